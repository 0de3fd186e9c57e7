using NodaTime;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Texts;

namespace Talent.Placements.Features.Interviews;

/// <summary>Reads what is asked of interviews, or says what is wrong with it, by field.</summary>
static class InterviewInputs
{
    const int MostSlots = 20;
    const int MostPanel = 10;
    const int LongestPlace = 500;
    const int LongestName = 100;
    const int LongestMessage = 1000;

    static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>The interview proposed.</summary>
    /// <param name="jobZone">The zone of times when the input names none.</param>
    public static (InterviewPlan? Plan, IReadOnlyList<FieldProblem> Problems) Plan(
        InterviewInput input, string jobZone, DateTimeOffset now)
    {
        var checks = new InputChecks([]);
        var zone = checks.Zone("zone", input.Zone) ?? jobZone;
        var place = checks.Text("place", input.Place, LongestPlace, required: true);
        var message = checks.Text("message", input.Message, LongestMessage);
        var panel = checks.Items("panel", input.Panel);
        if (panel.Count > MostPanel)
            checks.Errors.Add(IntakeErrors.TooManyItems("panel", MostPanel, panel.Count));
        IReadOnlyList<string> names = [.. panel.Select(name => checks.Text("panel", name, LongestName)).OfType<string>()];
        var problems = Applications.PlacementErrors.Fields(checks.Errors).ToList();
        if (place?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true)
            problems.Add(InterviewErrors.Field("place", "place-not-https"));
        var slots = Slots(input.Slots, zone, now, problems);
        return problems.Count > 0 ? (null, problems) : (new InterviewPlan(slots, zone, place!, names, message), []);
    }

    /// <summary>The slots, first first; problems are added.</summary>
    public static IReadOnlyList<Slot> Slots(
        IReadOnlyList<SlotInput>? inputs, string zone, DateTimeOffset now, List<FieldProblem> problems)
    {
        var count = inputs?.Count ?? 0;
        if (count is < 1 or > MostSlots)
        {
            problems.Add(count == 0 ? FieldProblem.Missing("$.slots") : InterviewErrors.Field("slots", "slot-count", count));
            return [];
        }
        var slots = new List<Slot>();
        for (var at = 0; at < count; at++)
        {
            if (Read(inputs![at], $"slots[{at}]", zone, now, problems) is not { } slot)
                continue;
            if (slots.Exists(other => other.Start < slot.End && slot.Start < other.End))
                problems.Add(InterviewErrors.Field($"slots[{at}].start", "slots-overlap"));
            slots.Add(slot);
        }
        return [.. slots.OrderBy(slot => slot.Start)];
    }

    static Slot? Read(SlotInput? input, string path, string zone, DateTimeOffset now, List<FieldProblem> problems)
    {
        var start = Read(input?.Start, path + ".start", zone, problems);
        var end = Read(input?.End, path + ".end", zone, problems);
        if (start is not { } from || end is not { } to)
            return null;
        if (from <= now)
            problems.Add(InterviewErrors.Field(path + ".start", "slot-in-past", InterviewErrors.Say(from, zone)));
        else if (from > now + Furthest)
            problems.Add(InterviewErrors.Field(path + ".start", "slot-too-far", InterviewErrors.Say(from, zone)));
        else if (to - from < Shortest || to - from > Longest)
            problems.Add(InterviewErrors.Field(path + ".end", "slot-length", (long)(to - from).TotalMinutes));
        else
            return new Slot(from, to);
        return null;
    }

    static DateTimeOffset? Read(string? written, string path, string zone, List<FieldProblem> problems)
    {
        var reading = LocalTimes.Read(written, DateTimeZoneProviders.Tzdb[zone]);
        if (reading.At is { } at)
            return Whole(at.ToDateTimeOffset());
        var instead = string.Join(TextLanguage.Current.ListSeparator, reading.Instead);
        problems.Add(reading.Error switch
        {
            "missing" => FieldProblem.Missing("$." + path),
            "unreadable-time" => InterviewErrors.Field(path, "unreadable-time", Shortened(written!)),
            var code => InterviewErrors.Field(path, code!, written!.Trim(), zone, instead) with { Suggestions = reading.Instead },
        });
        return null;
    }

    // A calendar keeps whole seconds.
    static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    static string Shortened(string text) => text.Length <= 40 ? text : text[..40];
}
