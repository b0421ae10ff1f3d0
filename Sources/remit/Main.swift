import RemitCommands

@main
struct Main {
  static func main() { Remit.main() }
}
