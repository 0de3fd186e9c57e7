using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Talent.Placements.Calendar;

namespace Talent.Placements.Tests.Calendar;

/// <summary>Folding and escaping, for texts of many kinds.</summary>
public sealed class CalendarTextTests
{
    const int Cases = 300;

    static readonly string[] Pieces =
    [
        "Interview", "面试：工业机器人", "مقابلة", "Собеседование", "𠮷野家", "👩🏽‍🔧", "é", "e\u0301", "\u200f", "a,b;c", "\\", "\\n", "\n", "\r\n", "\t",
        ":", "\"", "=", " ", "   ", ";", ",", "https://video.example/room?x=1,2;3&y=\"z\"", "\u2028", "%", "x", "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ",
    ];

    static readonly Gen<string> Texts = Gen.Elements(Pieces).NonEmptyListOf().Select(string.Concat)
        .Where(text => text.Trim().Length > 0);

    [Fact]
    public async Task Whatever_people_write_is_read_as_they_wrote_it()
    {
        var texts = Texts.Sample(Cases, 40).ToList();
        var calendars = texts.Select(text => CalendarWriter.Invitation(Event(text))).ToList();
        var readings = await ForeignReaders.ReadAsync(calendars);
        for (var at = 0; at < Cases; at++)
        {
            var written = texts[at].ReplaceLineEndings("\n");
            readings[at].Problems.ShouldBeEmpty(texts[at]);
            var read = readings[at].IcalJs.Events.ShouldHaveSingleItem();
            read.Summary.ShouldBe(written);
            read.Description.ShouldBe(written + "\n" + written);
            read.Location.ShouldBe(written);
            readings[at].NodeIcal.Events.ShouldHaveSingleItem().Start.ShouldBe(read.Start);
        }
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_unfolding_gives_the_line_back() =>
        Prop.ForAll(Arb.From(Texts), text =>
        {
            var folded = new CalendarText().Text("DESCRIPTION", text).ToString();
            return folded.EndsWith("\r\n", StringComparison.Ordinal)
                && folded[..^2].Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n'))
                && folded.Replace("\r\n ", "", StringComparison.Ordinal) == $"DESCRIPTION:{CalendarText.Escaped(text)}\r\n";
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_letter_of_several_octets_is_not_cut()
    {
        var folded = new CalendarText().Text("SUMMARY", new string('面', 60)).ToString();
        foreach (var line in folded.Split("\r\n"))
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)).ShouldNotContain('\ufffd');
        folded.Split("\r\n")[0].ShouldBe("SUMMARY:" + new string('面', 22));
    }

    [Fact]
    public void Half_a_surrogate_pair_and_control_characters_do_no_harm()
    {
        CalendarText.Escaped("a\ud842b").ShouldBe("a\ufffdb");
        CalendarText.Escaped("a\u0000\u0007b").ShouldBe("ab");
        new CalendarText().Line("URL", "https://a.example/\r\nATTENDEE:x").ToString().ShouldBe("URL:https://a.example/ATTENDEE:x\r\n");
    }

    static CalendarEvent Event(string text)
    {
        var start = Instant.FromUtc(2026, 5, 4, 9, 0);
        return new CalendarEvent(
            "018f@talent.example", 1, start, start, start + Duration.FromHours(1), "Africa/Cairo", "CONFIRMED", text,
            text + "\n" + text, text, null);
    }
}
