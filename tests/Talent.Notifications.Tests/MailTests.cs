using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Notifications;
using Talent.Notifications.Mails;
using Talent.Platform.Mail;
using Talent.Platform.Security;
using Talent.Testing;
using static Talent.Notifications.Tests.Notifying;

namespace Talent.Notifications.Tests;

/// <summary>Who is mailed, when, and in which words.</summary>
public sealed class MailTests
{
    static readonly Uri Preferences = new("/api/v1/notifications/preferences", UriKind.Relative);
    static readonly Caller Lin = TalentApp.Person(Roles.Graduate);

    [Theory, StoreData]
    public async Task An_action_is_mailed_at_once_a_note_with_the_digest_a_signal_never(string store)
    {
        await using var app = await StartAsync(store);
        await AwakeAsync(app);
        await app.RaiseAsync(
            Notice([Lin.AccountId], KindsOfNotice.OfferMade, NoticeWeights.Action),
            Notice([Lin.AccountId], weight: NoticeWeights.Signal),
            Notice([Lin.AccountId], KindsOfNotice.InterviewBooked), Notice([Lin.AccountId], KindsOfNotice.FollowUpDone));
        await app.DeliveredAsync();
        (await MailsAsync(app)).ShouldHaveSingleItem().Subject.ShouldStartWith("Example Robotics offers Lin Example the job");

        app.Clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync(app);
        var digest = (await MailsAsync(app)).ShouldHaveSingleItem();
        digest.Subject.ShouldBe("2 updates for you");
        digest.Body.ShouldContain("• The interview with Lin Example about “Robot welder” at Example Robotics is booked");
        digest.Body.ShouldContain("https://talent.example/en/placements/1");
        digest.Body.ShouldContain("https://talent.example/en/account/notifications");
        // Nothing is left, and nothing comes twice.
        app.Clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync(app);
        (await MailsAsync(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_comes_in_the_quiet_hours_is_mailed_when_they_are_over_unless_it_was_read()
    {
        await using var app = await StartAsync();
        await QuietAsync(app);
        await app.RaiseAsync(
            Notice([Lin.AccountId], KindsOfNotice.OfferMade, NoticeWeights.Action),
            Notice([Lin.AccountId], KindsOfNotice.OfferExpiring, NoticeWeights.Action));
        await app.DeliveredAsync();
        await SendDueAsync(app);
        (await MailsAsync(app)).ShouldBeEmpty();
        using var read = await app.ClientOf(Lin).PostAsJsonAsync(
            new Uri("/api/v1/notifications/read", UriKind.Relative), new ReadInput(1));
        app.Clock.Advance(TimeSpan.FromHours(13));
        await SendDueAsync(app);
        (await MailsAsync(app)).ShouldHaveSingleItem().Subject.ShouldContain("is good only until");
    }

    [Fact]
    public async Task A_chosen_timing_goes_before_the_weight_and_other_hours_move_what_waits()
    {
        await using var app = await StartAsync();
        await AwakeAsync(app, kinds: new() { [KindsOfNotice.OfferMade] = "never", [KindsOfNotice.FollowUpDone] = "now" });
        await app.RaiseAsync(
            Notice([Lin.AccountId], KindsOfNotice.OfferMade, NoticeWeights.Action),
            Notice([Lin.AccountId], KindsOfNotice.FollowUpDone),
            Notice([Lin.AccountId], KindsOfNotice.FollowUpDone, NoticeWeights.Signal),
            Notice([Lin.AccountId], KindsOfNotice.PlacementMoved));
        await app.DeliveredAsync();
        (await MailsAsync(app)).ShouldHaveSingleItem().Subject.ShouldStartWith("The follow-up of month");
        var soon = app.Clock.GetUtcNow().AddMinutes(2);
        await PutAsync(app, new NotificationPreferences("00:00", "00:00", $"{soon:HH:mm}", null));
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await SendDueAsync(app);
        (await MailsAsync(app)).ShouldHaveSingleItem().Subject.ShouldContain("the next step is reached");
    }

    [Theory]
    [InlineData("zh", "您有 2 条动态")]
    [InlineData("ru", "2 новости для вас")]
    [InlineData("ar", "تحديثان لك (2)")]
    [InlineData("fr", "2 nouvelles pour vous")]
    public async Task A_mail_is_in_the_persons_language(string language, string subject)
    {
        await using var app = await StartAsync();
        await AwakeAsync(app, language);
        await app.RaiseAsync(Notice([Lin.AccountId]), Notice([Lin.AccountId]));
        await app.DeliveredAsync();
        app.Clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync(app);
        var mail = (await MailsAsync(app)).ShouldHaveSingleItem();
        (mail.Subject, mail.Language).ShouldBe((subject, language));
        mail.Body.ShouldContain($"https://talent.example/{language}/inbox");
    }

    [Fact]
    public async Task Preferences_are_kept_and_what_is_left_out_gets_its_default()
    {
        await using var app = await StartAsync();
        var client = app.ClientOf(Lin);
        (await client.GetFromJsonAsync<NotificationPreferences>(Preferences))!.ShouldSatisfyAllConditions(
            one => one.QuietFrom.ShouldBe("21:00"), one => one.QuietTo.ShouldBe("08:00"), one => one.DigestAt.ShouldBe("08:00"),
            one => one.Kinds!.ShouldBeEmpty());
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal) { [KindsOfNotice.ReplyDue] = "never" };
        await PutAsync(app, new NotificationPreferences("22:30", null, "07:15", chosen));
        (await client.GetFromJsonAsync<NotificationPreferences>(Preferences))!.ShouldSatisfyAllConditions(
            one => one.QuietFrom.ShouldBe("22:30"), one => one.QuietTo.ShouldBe("08:00"), one => one.DigestAt.ShouldBe("07:15"),
            one => one.Kinds!.ShouldBe(chosen));
        // Nobody else's.
        (await app.Graduate(2).GetFromJsonAsync<NotificationPreferences>(Preferences))!.QuietFrom.ShouldBe("21:00");
    }

    [Fact]
    public async Task What_is_no_time_or_no_kind_is_named()
    {
        await using var app = await StartAsync();
        using var answer = await app.ClientOf(Lin).PutAsJsonAsync(Preferences, new NotificationPreferences(
            "25:00", "8", null, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["gossip"] = "now", [KindsOfNotice.OfferMade] = "hourly",
            }));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(
        [
            "$.kinds unknown-option", "$.kinds.offer-made unknown-option", "$.quietFrom bad-time", "$.quietTo bad-time",
        ], ignoreOrder: true);
    }

    /// <summary>A person who has no quiet hours, and the digest in twelve hours.</summary>
    static async Task AwakeAsync(TalentApp app, string language = "en", Dictionary<string, string>? kinds = null)
    {
        await app.TellOfAsync(Person(Lin, language));
        await PutAsync(app, new NotificationPreferences(
            "00:00", "00:00", $"{app.Clock.GetUtcNow().AddHours(12):HH:mm}", kinds));
    }

    /// <summary>A person whose quiet hours have begun an hour ago and last twelve more.</summary>
    static async Task QuietAsync(TalentApp app)
    {
        await app.TellOfAsync(Person(Lin));
        var now = app.Clock.GetUtcNow();
        await PutAsync(app, new NotificationPreferences($"{now.AddHours(-1):HH:mm}", $"{now.AddHours(12):HH:mm}", "08:00", null));
    }

    static async Task PutAsync(TalentApp app, NotificationPreferences preferences)
    {
        using var answer = await app.ClientOf(Lin).PutAsJsonAsync(Preferences, preferences);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    static Task SendDueAsync(TalentApp app) =>
        app.Services.GetRequiredService<MailClock>().SendDueAsync(CancellationToken.None);

    /// <summary>What has come to Lin since the last look.</summary>
    static async Task<IReadOnlyList<OutgoingMail>> MailsAsync(TalentApp app)
    {
        List<OutgoingMail> mails = [];
        await app.StoreAsync(async db =>
        {
            mails = await db.OutgoingMails.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync();
            await db.OutgoingMails.ExecuteDeleteAsync();
        });
        mails.ShouldAllBe(mail => mail.Address == Lin.Email);
        return mails;
    }
}
