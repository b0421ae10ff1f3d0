import GovernanceModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The `datapackage.json` of a graph folder, by the Frictionless Data Package standard.
public struct DataPackage: Codable, Hashable, Sendable {
  /// One file of the package.
  public struct Resource: Codable, Hashable, Sendable {
    public var name: String?
    public var path: String
    public var profile: String?
    public var title: String?
    public var format: String?
    public var mediatype: String?
    public var encoding: String?
    public var schema: Schema?
  }

  /// The columns of a file, by the Table Schema standard.
  public struct Schema: Codable, Hashable, Sendable {
    public var fields: [Field]
    public var primaryKey: [String]?
    public var missingValues: [String]?
  }

  /// One column of a file.
  public struct Field: Codable, Hashable, Sendable {
    public var name: String
    public var type: String?
    public var description: String?
    public var constraints: Constraints?
  }

  /// What the cells of a column must be.
  public struct Constraints: Codable, Hashable, Sendable {
    public var required: Bool?
    public var unique: Bool?
    public var pattern: String?
    public var `enum`: [String]?
    public var minimum: Int?
  }

  /// A licence the data is under.
  public struct Licence: Codable, Hashable, Sendable {
    public var name: String?
    public var path: String?
    public var title: String?

    public init(name: String?, path: String?, title: String?) {
      self.name = name
      self.path = path
      self.title = title
    }
  }

  /// Where the data comes from.
  public struct Origin: Codable, Hashable, Sendable {
    public var title: String
    public var path: String?

    public init(title: String, path: String? = nil) {
      self.title = title
      self.path = path
    }
  }

  /// What this project adds to the standard.
  public struct Remit: Codable, Hashable, Sendable {
    /// The date that answers are given for unless another is asked for.
    public var asOf: String?
    public var currency: String?

    enum CodingKeys: String, CodingKey {
      case asOf = "as_of"
      case currency
    }
  }

  public var profile: String?
  public var name: String?
  public var title: String?
  public var description: String?
  public var licenses: [Licence]?
  public var sources: [Origin]?
  public var remit: Remit?
  public var resources: [Resource]

  public init(
    name: String, title: String?, description: String? = nil, licenses: [Licence]? = nil,
    sources: [Origin]? = nil, asOf: PartialDate? = nil, currency: String? = nil
  ) {
    profile = "tabular-data-package"
    self.name = name
    self.title = title
    self.description = description
    self.licenses = licenses
    self.sources = sources
    remit =
      asOf == nil && currency == nil
      ? nil : Remit(asOf: asOf?.description, currency: currency)
    resources = []
  }
}

// Only what a graph is read by has to be of the right type. The rest of the standard allows more
// than this project writes (a key as text or list, bounds of any type), and packages made by others
// should be read as well.

extension DataPackage.Resource {
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    path = try values.decode(String.self, forKey: .path)
    name = try values.decodeIfPresent(String.self, forKey: .name)
    profile = try? values.decodeIfPresent(String.self, forKey: .profile)
    title = try? values.decodeIfPresent(String.self, forKey: .title)
    format = try? values.decodeIfPresent(String.self, forKey: .format)
    mediatype = try? values.decodeIfPresent(String.self, forKey: .mediatype)
    encoding = try? values.decodeIfPresent(String.self, forKey: .encoding)
    schema = try? values.decodeIfPresent(DataPackage.Schema.self, forKey: .schema)
  }
}

extension DataPackage {
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    resources = try values.decode([Resource].self, forKey: .resources)
    title = try values.decodeIfPresent(String.self, forKey: .title)
    remit = try values.decodeIfPresent(Remit.self, forKey: .remit)
    profile = try? values.decodeIfPresent(String.self, forKey: .profile)
    name = try? values.decodeIfPresent(String.self, forKey: .name)
    description = try? values.decodeIfPresent(String.self, forKey: .description)
    licenses = try? values.decodeIfPresent([Licence].self, forKey: .licenses)
    sources = try? values.decodeIfPresent([Origin].self, forKey: .sources)
  }
}

extension DataPackage {
  /// What a graph is read by: of a package's many columns, described at length, nothing is needed.
  struct Listing: Decodable {
    struct Entry: Decodable {
      let path: String
      let name: String?
    }

    let resources: [Entry]
    let title: String?
    let remit: Remit?
  }

  /// Reads what is needed of a package's JSON.
  static func read<Part: Decodable>(_ part: Part.Type = DataPackage.self, of file: FileBytes)
    throws(FileError) -> Part
  {
    let data = file.withBytes { Data($0) }
    do {
      return try JSONDecoder().decode(part, from: data)
    } catch {
      throw FileError([
        Diagnostic(
          id: "bad-datapackage", position: SourcePosition(path: file.path),
          summary: "the data package cannot be read: \(Self.words(of: error))",
          cure: "mend it by the Data Package standard, or remove it: the tables alone are a graph")
      ])
    }
  }

  private static func words(of error: any Error) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: ".")
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      let place = path(context)
      return "'\(key.stringValue)' is missing" + (place.isEmpty ? "" : " in '\(place)'")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      let place = path(context)
      return (place.isEmpty ? "it" : "'\(place)'") + " is not of the right type"
    default:
      return "it is not JSON"
    }
  }

  /// The package as JSON, with keys in order.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a data package of plain strings can always be encoded")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
