using System.Diagnostics;
using System.Text.Json;
using Talent.Testing;

namespace Talent.Placements.Tests.Calendar;

/// <summary>What parsers of other people's understand of a calendar: ical.js and node-ical, run by Node.</summary>
static class ForeignReaders
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Reads the calendars in one run.</summary>
    public static async Task<IReadOnlyList<ForeignReading>> ReadAsync(params IReadOnlyList<string> calendars)
    {
        var folder = Repository.PathOf("tests/Talent.Placements.Tests/Foreign");
        using var node = Process.Start(new ProcessStartInfo("node", "read.mjs")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        using var limit = new CancellationTokenSource(Deadline);
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(limit.Token), node.StandardError.ReadToEndAsync(limit.Token));
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(calendars));
        node.StandardInput.Close();
        await node.WaitForExitAsync(limit.Token);
        (await errors).ShouldBe("");
        return JsonSerializer.Deserialize<List<ForeignReading>>(await output, JsonSerializerOptions.Web)!;
    }

    /// <summary>Reads one and holds it against what every calendar must be.</summary>
    /// <returns>Its only event, which both understand alike.</returns>
    public static async Task<ForeignEvent> ReadOneAsync(string calendar, string method)
    {
        var reading = (await ReadAsync(calendar)).ShouldHaveSingleItem();
        reading.Problems.ShouldBeEmpty();
        reading.IcalJs.Method.ShouldBe(method);
        reading.NodeIcal.Method.ShouldBe(method);
        var read = reading.IcalJs.Events.ShouldHaveSingleItem();
        var other = reading.NodeIcal.Events.ShouldHaveSingleItem();
        (other.Uid, other.Sequence, other.Status).ShouldBe((read.Uid, read.Sequence, read.Status));
        (other.Start, other.End).ShouldBe((read.Start, read.End));
        other.Summary.ShouldBe(read.Summary);
        other.Location.ShouldBe(read.Location);
        return read;
    }
}

/// <param name="Problems">What is wrong with its lines.</param>
sealed record ForeignReading(IReadOnlyList<string> Problems, ForeignCalendar IcalJs, ForeignCalendar NodeIcal);

sealed record ForeignCalendar(string? Method, IReadOnlyList<ForeignEvent> Events);

sealed record ForeignEvent(
    string Uid, int Sequence, string Status, DateTimeOffset Start, DateTimeOffset End, string Summary, string? Description,
    string? Location, string? Organizer, IReadOnlyList<string> Attendees);
