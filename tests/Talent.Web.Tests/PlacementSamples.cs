using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;

namespace Talent.Web.Tests;

/// <summary>Canned placements; every name in them is made up.</summary>
static class PlacementSamples
{
    public static readonly Guid Id = new("019a0000-0000-7000-8000-000000000501");
    public static readonly Guid Other = new("019a0000-0000-7000-8000-000000000502");
    public static readonly Guid Shortlisted = new("019a0000-0000-7000-8000-000000000503");
    public static readonly Guid InterviewId = new("019a0000-0000-7000-8000-000000000601");
    public static readonly Guid OfferId = new("019a0000-0000-7000-8000-000000000701");
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>Far enough ahead that nothing in the samples is ever over.</summary>
    public static readonly DateTimeOffset Ahead = new(2099, 6, 1, 7, 0, 0, TimeSpan.Zero);

    static readonly DateTimeOffset Then = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly Slot First = new(Ahead, Ahead.AddMinutes(45));
    public static readonly Slot Second = new(Ahead.AddDays(1).AddHours(12), Ahead.AddDays(1).AddHours(13));

    public static readonly Interview Interview = new()
    {
        Id = InterviewId, ApplicationId = Id, Version = 1, State = "proposed", Slots = [First, Second],
        Zone = "Europe/Berlin", GraduateZone = "Africa/Cairo", Place = "https://video.example/room", Panel = ["Edda Sturm"],
        Sequence = 0, SharedHours = [new Slot(Ahead, Ahead.AddHours(6))],
    };

    public static readonly OfferTerms Terms = new()
    {
        Title = Samples.Title, Contract = "fixed", Country = "DE", City = "Rostock", Mode = "onsite", Pay = 2700,
        Currency = "EUR", PayPeriod = "month", PayNet = false, DeductionsPercent = 30, HoursPerWeek = 40,
        Zone = "Europe/Berlin", StartsOn = new DateOnly(2099, 9, 1), EndsOn = new DateOnly(2101, 8, 31), ProbationMonths = 6,
        NoticeDays = 28, Fees = [new Fee("Visa", "employer")], Permit = "assisted", Travel = "shared",
    };

    public static readonly Offer Offer = new()
    {
        Id = OfferId, ApplicationId = Id, Number = 1, State = "open", Terms = Terms, MadeAt = Then, MadeBy = "Edda Sturm",
        ExpiresAt = Ahead, DocumentHash = Hash,
        Comparison = [new TermComparison("pay", "2,800–3,400 EUR", "2,700 EUR", true), new TermComparison("mode", "on site", "on site", false)],
        TakeHome = new TakeHome(98765.4m, "EGP", 52.25m, new DateOnly(2026, 11, 1), "reference", true),
    };

    public static readonly Placement Applied = new()
    {
        Id = Id, Version = 1, Stage = "applied", StageSince = Then, Kind = "employment",
        Job = new PlacementJob(Samples.Job.Id, Samples.Title, "en", Samples.Job.OrganisationId, "Nordhavn Automation", "DE",
            "Rostock", "Europe/Berlin", "onsite", "permanent", 6, 1),
        Graduate = new PlacementGraduate(new Guid("019a0000-0000-7000-8000-000000000801"), "Salma Nour", "salma@example.org",
            "EG", "Africa/Cairo", "2026 Robotics A", "Nile Technical College", "08:00-16:00"),
        AppliedAt = Then, ReplyBy = Ahead, Letter = "I like robots.\nVery much.",
        Actions = ["advance", "reject", "note"], NextStage = "screened",
        Moves = [new PlacementMove("", "applied", Then, "Salma Nour", "graduate", null, null, false)],
        Notes = [new PlacementNote(new Guid("019a0000-0000-7000-8000-000000000901"), Then, "Edda Sturm", "Ask about shifts")],
    };

    public static PlacementItem Item(Guid id, string stage, string name, string? next) => new()
    {
        Id = id, Version = 1, Stage = stage, StageSince = Then, Kind = "employment", JobId = Samples.Job.Id,
        JobTitle = Samples.Title, JobLanguage = "en", OrganisationName = "Nordhavn Automation", JobCountry = "DE",
        GraduateId = id, GraduateName = name, GraduateCountry = "EG", Cohort = "2026 Robotics A", AppliedAt = Then,
        ReplyBy = stage == "applied" ? Ahead : null, Next = new NextStep("answer", "employer", Ahead, false), NextStage = next,
    };

    public static readonly IReadOnlyList<PlacementItem> Items =
    [
        Item(Id, "applied", "Salma Nour", "screened"), Item(Other, "screened", "Tomás <Vega>", "shortlisted"),
        Item(Shortlisted, "shortlisted", "王小梅", null),
    ];
}
