using System.Text.Json;
using Talent.Contracts.Graduates;
using Talent.Platform;
using Talent.Platform.Store;

namespace Talent.Graduates.Domain;

/// <summary>A graduate's profile: enrolled by a college, or made by the graduate; one that a college enrolled becomes
/// the graduate's own at the first change after signing in.</summary>
sealed class Profile
{
    Profile()
    {
    }

    public Guid Id { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public string? ExternalId { get; private set; }
    public Guid? AccountId { get; private set; }
    /// <summary>In lower case; names the person until an account is tied.</summary>
    public string? Email { get; private set; }
    public string? Cohort { get; private set; }
    public string? Programme { get; private set; }
    public string Country { get; private set; } = "";
    public int Version { get; private set; }
    public Graduate Graduate { get; private set; } = null!;
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Enrolled by a college.</summary>
    public static Profile Enrol(Graduate content, Guid organisationId, string organisationName, DateTimeOffset now) =>
        New(content with { OrganisationId = organisationId, OrganisationName = organisationName }, now);

    /// <summary>Made by the graduate.</summary>
    public static Profile Register(Graduate content, Guid accountId, DateTimeOffset now) =>
        New(content with { AccountId = accountId, ExternalId = null }, now);

    static Profile New(Graduate content, DateTimeOffset now)
    {
        var profile = new Profile();
        profile.Keep(content with { Id = OrderedIds.Next(now), Version = 1, UpdatedAt = now });
        return profile;
    }

    /// <summary>The college's roll changed; false when nothing differs. What the graduate has made their own
    /// (preferences, visibility, availability, work, studies elsewhere) stays theirs once an account is tied.</summary>
    public bool Reenrol(Graduate content, DateTimeOffset now) =>
        Change(AccountId is null ? content : content with
        {
            Email = Graduate.Email,
            Education = [.. content.Education, .. Attendance.Own(Graduate.Education, content.Education)],
            Experience = content.Experience.Count > 0 ? content.Experience : Graduate.Experience,
            Modes = Graduate.Modes,
            Countries = Graduate.Countries,
            Contracts = Graduate.Contracts,
            MinPay = Graduate.MinPay,
            Currency = Graduate.Currency,
            StartsFrom = Graduate.StartsFrom,
            Occupations = Graduate.Occupations,
            Visibility = Graduate.Visibility,
            Hours = Graduate.Hours,
        }, AccountId, now);

    /// <summary>The graduate changed it; false when nothing differs. What others vouch for stays: a certificate or an
    /// assessed skill cannot be claimed, only carried over.</summary>
    public bool Change(Graduate content, Guid accountId, DateTimeOffset now) =>
        Change(content with { ExternalId = ExternalId }, (Guid?)accountId, now);

    bool Change(Graduate content, Guid? accountId, DateTimeOffset now)
    {
        var changed = content with
        {
            Id = Id,
            OrganisationId = OrganisationId,
            OrganisationName = Graduate.OrganisationName,
            AccountId = accountId,
            // From the document, not from the columns: a column keeps microseconds, the document what the clock said.
            Version = Graduate.Version,
            UpdatedAt = Graduate.UpdatedAt,
        };
        if (JsonSerializer.SerializeToUtf8Bytes(changed, JsonColumn.Options).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(Graduate, JsonColumn.Options)))
            return false;
        Keep(changed with { Version = Version + 1, UpdatedAt = now });
        return true;
    }

    void Keep(Graduate graduate)
    {
        Graduate = graduate;
        Id = graduate.Id;
        OrganisationId = graduate.OrganisationId;
        ExternalId = graduate.ExternalId;
        AccountId = graduate.AccountId;
        Email = graduate.Email?.ToLowerInvariant();
        Cohort = graduate.Cohort;
        Programme = (graduate.Education.LastOrDefault(education => education.Cohort is not null)
            ?? graduate.Education.LastOrDefault())?.Programme;
        Country = graduate.Country;
        Version = graduate.Version;
        UpdatedAt = graduate.UpdatedAt;
    }
}
