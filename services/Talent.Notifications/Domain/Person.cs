namespace Talent.Notifications.Domain;

/// <summary>The newest that is known here of a person.</summary>
sealed class Person
{
    public required Guid AccountId { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    /// <summary>BCP 47; of mails.</summary>
    public required string Language { get; set; }
    /// <summary>IANA id.</summary>
    public required string Zone { get; set; }
    public required long Version { get; set; }
}

/// <summary>A person is told what an organisation is told.</summary>
sealed class Belonging
{
    public required Guid OrganisationId { get; init; }
    public required Guid AccountId { get; init; }
}
