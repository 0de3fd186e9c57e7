namespace Talent.Contracts.Identity;

/// <summary>What somebody says of an organisation: the body of <c>POST /identity/organisations</c> and
/// <c>PUT /identity/organisations/{id}</c>. Every member may be missing; validation says which must not be.</summary>
public sealed record OrganisationInput
{
    /// <summary>Required, at most 200 characters.</summary>
    public string? Name { get; init; }
    /// <summary><c>enterprise</c> or <c>college</c>; required when it is made, never changed afterwards.</summary>
    public string? Kind { get; init; }
    /// <summary>ISO 3166-1 alpha-2 country of registration; required.</summary>
    public string? Country { get; init; }
    /// <summary>The number in the country's register, at most 50 characters; needed to be submitted. In China the
    /// unified social credit code (GB 32100), whose check character must be right.</summary>
    public string? RegistrationNumber { get; init; }
    /// <summary>An <c>https</c> or <c>http</c> address, at most 300 characters.</summary>
    public string? Website { get; init; }
}

/// <summary>An organisation as its members and the programme office see it: the body of
/// <c>GET /identity/organisations/{id}</c>.</summary>
public sealed record OrganisationView
{
    public required Guid Id { get; init; }
    /// <summary><c>enterprise</c>, <c>college</c> or <c>office</c>.</summary>
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string Country { get; init; }
    public string? RegistrationNumber { get; init; }
    public string? Website { get; init; }
    /// <summary><c>unverified</c>, <c>submitted</c>, <c>verified</c>, <c>refused</c> or <c>suspended</c>.</summary>
    public required string State { get; init; }
    /// <summary>Why the office decided as it did.</summary>
    public string? Reason { get; init; }
    /// <summary>Name of the person who decided.</summary>
    public string? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    /// <summary>Papers that show who the organisation is, in the order of upload; at most 5.</summary>
    public IReadOnlyList<OrganisationDocument> Documents { get; init; } = [];
    /// <summary>Rises by one with each change; the ETag of the resource.</summary>
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A paper of an organisation: the body of <c>POST /identity/organisations/{id}/documents</c>; the paper
/// itself is at <c>GET /identity/organisations/{id}/documents/{document}</c>.</summary>
/// <param name="Name">The name of the file as uploaded.</param>
/// <param name="MediaType">By content: <c>application/pdf</c>, <c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Size">In bytes, at most 10 MiB.</param>
/// <param name="UploadedBy">Name of the person.</param>
public sealed record OrganisationDocument(
    Guid Id, string Name, string MediaType, int Size, string UploadedBy, DateTimeOffset UploadedAt);

/// <summary>One item of the office's list, <c>GET /identity/organisations?state=&amp;limit=&amp;after=</c>: the oldest
/// first.</summary>
/// <param name="Documents">How many papers there are.</param>
public sealed record OrganisationSummary(
    Guid Id, string Kind, string Name, string Country, string? RegistrationNumber, string State, int Documents,
    DateTimeOffset? SubmittedAt, DateTimeOffset UpdatedAt);

/// <summary>What the office decides: the body of <c>POST /identity/organisations/{id}/decide</c>, answered with the
/// organisation.</summary>
/// <param name="Decision"><c>verified</c>, <c>refused</c> or <c>suspended</c>.</param>
/// <param name="Reason">Shown to the organisation; at most 500 characters, required unless verified.</param>
public sealed record OrganisationDecision(string? Decision, string? Reason = null);

/// <summary>An organisation was made, changed, verified, refused or suspended. An event with a lower version than the
/// one known is ignored.</summary>
/// <param name="Kind"><c>enterprise</c>, <c>college</c> or <c>office</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Verified">Whether it may be seen by the public and see names.</param>
/// <param name="Version">Rises by one with each change.</param>
public sealed record OrganisationChanged(Guid Id, string Kind, string Name, string Country, bool Verified, int Version);
