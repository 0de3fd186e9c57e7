using System.Collections.Frozen;
using System.Text.Json;
using Talent.Platform.Reference;
using Talent.Taxonomy;
using Concepts = Talent.Taxonomy.Taxonomy;

namespace Talent.Host.Demo;

/// <summary>A fictitious enterprise of the demo data.</summary>
/// <param name="Key">Names it in ids and e-mail domains.</param>
/// <param name="Language">BCP 47 language in which it writes its job needs.</param>
/// <param name="Places">Keys of the cities it hires for.</param>
/// <param name="Fields">Fields of the taxonomy, taken in turn: a field named twice comes up twice as often.</param>
/// <param name="Jobs">How many job needs it has.</param>
/// <param name="Format">The kind of file it sends, e.g. <c>csv-zh-gb18030</c>.</param>
/// <param name="RemoteShare">Percent of its job needs that are remote, as far as the occupations allow it.</param>
public sealed record DemoEmployer(
    string Key, string Name, string Language, IReadOnlyList<string> Places, IReadOnlyList<string> Fields, int Jobs,
    string Format, int RemoteShare);

/// <summary>A fictitious college, or the programme office.</summary>
public sealed record DemoOrganisation(string Key, string Name);

/// <summary>A cohort of one of the colleges.</summary>
/// <param name="College">The college's key.</param>
/// <param name="Name">As the roll says it, e.g. <c>2026 Solar Power B</c>.</param>
/// <param name="Names">Which lists the graduates' names are composed from.</param>
/// <param name="Language">BCP 47 language of the roll.</param>
/// <param name="Certificate">Field of the skills passport that the programme prepares for.</param>
/// <param name="Occupations">Keys of the occupations it trains for, the main one first.</param>
public sealed record DemoCohort(
    string Key, string College, string Name, string Programme, string Country, string Names, string Language, int Isced,
    string Certificate, int Size, IReadOnlyList<string> Occupations);

sealed record DemoPlace(
    string Country, string? Zone, IReadOnlyDictionary<string, string> Names, string? RuIn)
{
    public string ZoneId => Zone ?? Countries.DefaultZone(Country);

    public string Name(string language) => Names.GetValueOrDefault(language) ?? Names["en"];
}

/// <param name="TechnicianPay">What a technician at the start of a career earns a month, gross, in round figures.</param>
/// <param name="Languages">What people grow up with, the most usual first.</param>
sealed record DemoCountry(string Currency, int TechnicianPay, IReadOnlyList<string> Languages);

/// <summary>The lists that demo data are composed from: organisations, places, names, texts and the taxonomy.</summary>
sealed class DemoCatalogue
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web);

    readonly Places _places = Read<Places>("places");
    readonly Organisations _organisations = Read<Organisations>("organisations");
    readonly FrozenDictionary<string, Concept> _occupations;
    readonly FrozenDictionary<string, string> _certificates;
    readonly FrozenSet<string> _remoteCapable;

    DemoCatalogue()
    {
        _occupations = Concepts.Default.Concepts
            .Where(concept => concept.Kind == ConceptKind.Occupation)
            .ToFrozenDictionary(KeyOf, StringComparer.Ordinal);
        _certificates = _organisations.CertificateFields
            .SelectMany(field => field.Value.Select(occupation => KeyValuePair.Create(occupation, field.Key)))
            .ToFrozenDictionary(StringComparer.Ordinal);
        _remoteCapable = _organisations.RemoteCapable.ToFrozenSet(StringComparer.Ordinal);
        Names = Read<Dictionary<string, DemoNames>>("names");
        Texts = _organisations.Employers.Select(employer => employer.Language).Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(language => language, language => Read<DemoTexts>($"texts.{language}"), StringComparer.Ordinal);
    }

    public static DemoCatalogue Default { get; } = new();

    public IReadOnlyList<DemoEmployer> Employers => _organisations.Employers;

    public IReadOnlyList<DemoOrganisation> Colleges => _organisations.Colleges;

    public IReadOnlyList<DemoCohort> Cohorts => _organisations.Cohorts;

    public DemoOrganisation Office => _organisations.Office;

    public IReadOnlyDictionary<string, DemoNames> Names { get; }

    public IReadOnlyDictionary<string, DemoTexts> Texts { get; }

    public IEnumerable<Concept> OccupationsOf(string field) =>
        _occupations.Values.Where(occupation => string.Equals(occupation.Field, field, StringComparison.Ordinal))
            .OrderBy(occupation => occupation.Uri, StringComparer.Ordinal);

    public Concept Occupation(string key) => _occupations[key];

    public DemoPlace Place(string key) => _places.Cities[key];

    /// <summary>The cities of a country, in the order of the file.</summary>
    public IReadOnlyList<DemoPlace> PlacesIn(string country) =>
        [.. _places.Cities.Values.Where(place => string.Equals(place.Country, country, StringComparison.Ordinal))];

    public DemoCountry Country(string code) => _places.Countries[code];

    /// <summary>The field of the skills passport that an occupation asks for; null when there is none.</summary>
    public string? CertificateField(Concept occupation) => _certificates.GetValueOrDefault(KeyOf(occupation));

    /// <summary>Whether the work can be done from anywhere.</summary>
    public bool CanBeRemote(Concept occupation) => _remoteCapable.Contains(KeyOf(occupation));

    static string KeyOf(Concept concept) => concept.Uri[(concept.Uri.LastIndexOf(':') + 1)..];

    static T Read<T>(string name)
    {
        using var stream = typeof(DemoCatalogue).Assembly.GetManifestResourceStream($"demo.{name}.json")
            ?? throw new InvalidOperationException($"The demo data lack {name}.json.");
        return JsonSerializer.Deserialize<T>(stream, Options)
            ?? throw new InvalidOperationException($"The demo data's {name}.json is empty.");
    }

    sealed record Places(
        IReadOnlyDictionary<string, DemoPlace> Cities, IReadOnlyDictionary<string, DemoCountry> Countries);

    sealed record Organisations(
        IReadOnlyList<DemoEmployer> Employers, IReadOnlyList<DemoOrganisation> Colleges, DemoOrganisation Office,
        IReadOnlyList<DemoCohort> Cohorts, IReadOnlyDictionary<string, IReadOnlyList<string>> CertificateFields,
        IReadOnlyList<string> RemoteCapable);
}
