import GovernanceModel
struct FootprintScene {
  static func scene(of body: BodyIndex, _ context: SceneContext) -> Scene { Scene(title: "x") }
}
