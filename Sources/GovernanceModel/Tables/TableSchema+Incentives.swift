/// The tables of what bodies are rewarded and punished for.
extension TableSchema {
  static let metrics = TableSchema(
    table: .metrics,
    columns: [
      required("id", .identifier, "The id by which incentives and effects name it."),
      required("name", .text, "What is counted."),
      optional(
        "nature", .word(Metric.Nature.words),
        "shared: all gain together; rivalrous: what one has, another has not."),
      optional(
        "rivalrous_across", .identifier,
        "The kind of relationship between whose ends it is divided, such as commissions."),
      optional(
        "system_metric", .identifier, "The metric that counts the same for a whole system."),
      optional(
        "produced_by", .identifiers,
        "Those who only bring it about together: ids, `every KIND` and `class CLASS`."),
      optional(
        "purpose", .word(Metric.Purpose.words),
        "running: services as they are; transformation: their change."),
      optional("unit", .text, "What it is counted in."),
      optional("definition", .text, "What it is, and which way is up."),
    ] + evidenceColumns)

  static let classes = TableSchema(
    table: .classes,
    columns: [
      required("id", .identifier, "The id that rows use: `class ID`."),
      required("name", .text, "The name that sources give the group."),
      optional(
        "members", .text,
        "Who belongs to it: kinds with and, or, not and brackets; empty: not recorded."),
      optional(
        "within", .text,
        "Where the members are not recorded: the kinds among which they are to be found."),
      optional("reason", .text, "Why it is mapped like this."),
    ] + evidenceColumns)

  static let incentives = TableSchema(
    table: .incentives,
    columns: [
      required("id", .identifier, "The id by which answers name it."),
      required(
        "holder", .text,
        "Whom it moves: an id, `every KIND`, kinds with and, or, not, or `class CLASS`."),
      required("instrument", .text, "The rule, payment or duty."),
      optional(
        "set_by", .identifiers,
        "Who could change or remove it: ids, `every KIND` and `class CLASS`; empty: nobody set it."),
      required("metric", .identifier, "The id of the metric that it moves."),
      required(
        "direction", .word(Incentive.Direction.words),
        "maximise, minimise, target, or none where the instrument leaves the metric alone."),
      optional("target", .text, "The level that is wanted."),
      optional(
        "aggregation", .word(Incentive.Aggregation.words),
        "What a target for several is made of: sum-of-members or joint."),
      optional("strength", .word(Incentive.Strength.words), "weak, moderate or strong."),
      optional("reason", .text, "Why it is as strong as it is."),
      optional(
        "reading", .word(Incentive.Reading.words),
        "stated: the rule says the direction; economic: the direction is what it makes pay."),
      optional("basis", .basis, "statutory, contractual, managerial, financial, political, …"),
      optional("legal_basis", .text, "The Act and section, regulation or document."),
      optional(
        "horizon", .word(Incentive.Horizon.words),
        "When the reward or penalty falls due: quarter, year or longer."),
      optional(
        "assessed_on", .word(Incentive.Assessment.words),
        "What the holder is judged on: plan or outturn."),
      optional(
        "sanction", .words(Incentive.Sanction.words),
        "What makes it bite: money, intervention, rating, law, votes or none."),
      optional("amount", .amount, "The money that hangs on it, for all its holders together."),
      optional("year", .text, "The financial year of the amount, 2016/17."),
      start, end,
      optional(
        "withdrawn", .date,
        "When it was dropped after it had been announced, or suspended for some of its holders."),
    ] + evidenceColumns)

  static let effects = TableSchema(
    table: .effects,
    columns: [
      optional("id", .identifier, "The id of the effect."),
      required("from", .identifier, "The id of the metric that moves the other."),
      required("to", .identifier, "The id of the metric that is moved."),
      required(
        "sign", .word(Effect.Sign.words),
        "positive: more of the one, more of the other; negative: more of the one, less of it."),
      optional(
        "way", .word(Effect.Way.words),
        "causes (also when empty), or crowds-out: effort on the one is taken from the other."),
      optional(
        "holder", .text, "For whom it holds, as in incentives; empty: for all."),
      optional(
        "borne_by", .identifiers,
        "On whom the cost falls: ids, `every KIND` and `class CLASS`."),
    ] + evidenceColumns)

  static let evidence = TableSchema(
    table: .evidence,
    columns: [
      required("id", .identifier, "The id by which answers cite it."),
      required("statement", .text, "What was found, in this graph's own words."),
      optional("figure", .text, "The figure, or several with slashes between."),
      optional("unit", .text, "What the figure counts."),
      optional("respondents", .text, "Who was asked, and how many."),
      optional("date", .date, "When it was asked or counted; the last day where it took several."),
      optional(
        "pattern", .identifiers, "The patterns of misalignment that it bears on, such as P01."),
      optional(
        "about", .identifiers,
        "Whom it is about: ids, `every KIND` and `class CLASS`; empty: no body in particular."),
    ] + evidenceColumns)
}

/// The tables of what bodies decided, spent and reached.
extension TableSchema {
  static let decisions = TableSchema(
    table: .decisions,
    columns: [
      required("id", .identifier, "The id by which answers name it."),
      required("subject", .text, "What is decided, in this graph's own words."),
      required(
        "decider", .identifiers,
        "Who has a part in it: ids, `every KIND` and `class CLASS`."),
      required(
        "part", .word(DecisionRight.Part.words), "decides, consents, proposes or advises."),
      optional(
        "duty_of", .identifiers,
        "Whose duty it stays, whoever decides: ids, `every KIND` and `class CLASS`."),
      optional("legal_basis", .text, "The Act and section, regulation or document."),
      start, end,
    ] + evidenceColumns)

  static let reallocations = TableSchema(
    table: .reallocations,
    columns: [
      required("id", .identifier, "The id by which answers name it."),
      required("purpose", .text, "What the money was for."),
      required("spent_on", .text, "What it was spent on."),
      optional("amount", .amount, "How much was spent otherwise."),
      optional("of_amount", .amount, "All the money that was named for the purpose."),
      optional("year", .text, "The financial year, 2016/17."),
      optional(
        "decided_by", .identifiers, "Who decided it: ids, `every KIND` and `class CLASS`."),
      optional(
        "meant_for", .identifiers,
        "Who was to have had it: ids, `every KIND` and `class CLASS`."),
      optional("relationship", .identifier, "The id of the relationship that is the flow."),
    ] + evidenceColumns)

  static let measurements = TableSchema(
    table: .measurements,
    columns: [
      optional("id", .identifier, "The id by which answers name it."),
      required(
        "holder", .text,
        "Whom it was measured for, as in incentives; a kind or class means all of them together."),
      required("metric", .identifier, "The id of the metric."),
      required("stage", .word(Measurement.Stage.words), "target, plan or outturn."),
      required(
        "figure", .amount, "The figure, in the metric's unit; a share in percent."),
      optional(
        "share_of", .text, "The whole of which it is the share, as in incentives; empty: none."),
      optional("year", .text, "The financial year, 2016/17."),
    ] + evidenceColumns)
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The words that files use for it, in their fixed order.
  static var words: [String] { allCases.map(\.rawValue) }
}
