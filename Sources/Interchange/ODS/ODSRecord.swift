import GovernanceModel

/// One organisation in a register of the NHS Organisation Data Service.
public struct ODSRecord: Hashable, Sendable {
  public let code: String
  /// The name on the day of publication, in capitals as the service writes it. It is not the name
  /// of any earlier day: clinical commissioning groups, for instance, stand under the name of the
  /// board that replaced them.
  public let name: String
  /// The region (column 3) in which the service put the body on the day of publication.
  ///
  /// Codes of closed bodies are revised too, so this is never that of an earlier day. It is where
  /// a body is filed, not to whom it reports.
  public let regionAtPublication: String?
  /// The area or parent (column 4) under which the service put the body on the day of publication.
  /// See ``regionAtPublication``.
  public let parentAtPublication: String?
  public let addressLines: [String]
  public let postcode: String?
  /// The first day on which the code was open; nil where the service has none.
  public let opened: PartialDate?
  /// The close date as published: the last day on which the code was open. It may lie in the
  /// future, and the body is then open until it has passed.
  public let lastOpenDay: PartialDate?
  /// The sub-type (column 14), such as `C` for a clinical commissioning group in older files.
  public let subtype: String?

  /// The first day on which the code is no longer open: the day after ``lastOpenDay``.
  public var closed: PartialDate? { lastOpenDay?.dayAfter }

  /// The days on which the code is open.
  public var period: Period { Period(start: opened, end: closed) }
}
