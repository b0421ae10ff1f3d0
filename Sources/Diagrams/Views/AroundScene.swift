import GovernanceModel
struct AroundScene {
  static func scene(of body: BodyIndex, depth: Int, _ context: SceneContext) -> Scene { Scene(title: "x") }
}
