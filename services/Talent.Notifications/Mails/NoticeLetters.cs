using System.Globalization;
using System.Text;
using Talent.Notifications.Domain;
using Talent.Notifications.Features.Updates;
using Talent.Notifications.Texts;
using Talent.Platform.Http;
using Talent.Platform.Mail;

namespace Talent.Notifications.Mails;

/// <summary>The mails about updates, each in the language and zone of the person it goes to.</summary>
sealed class NoticeLetters(PublicAddress address)
{
    const int LongestSubject = 150;
    const int MostListed = 50;

    /// <summary>About one thing: the subject says it.</summary>
    public Letter OfOne(Person person, Told told)
    {
        var reader = ReaderOf(person);
        var text = reader.Say(told);
        var subject = text.Length > LongestSubject ? text[..LongestSubject].TrimEnd() + "…" : text;
        var body = Body(reader.Culture, person, $"{text}\n{Link(person, told.Link)}\n");
        return new Letter(person.Email, subject, body, person.Language);
    }

    /// <summary>About several, oldest first.</summary>
    public Letter OfMany(Person person, IReadOnlyList<Told> all)
    {
        var reader = ReaderOf(person);
        var list = new StringBuilder();
        foreach (var told in all.Take(MostListed))
            list.Append("• ").Append(reader.Say(told)).Append("\n  ").Append(Link(person, told.Link)).Append("\n\n");
        if (all.Count > MostListed)
            list.Append(NotificationTexts.Count(reader.Culture, "Mail_more", all.Count - MostListed)).Append('\n');
        list.Append(address.Of($"/{person.Language}/inbox")).Append('\n');
        return new Letter(
            person.Email, NotificationTexts.Count(reader.Culture, "Mail_digest", all.Count),
            Body(reader.Culture, person, list.ToString()), person.Language);
    }

    static Reader ReaderOf(Person person) => Reader.Of(CultureInfo.GetCultureInfo(person.Language), person.Zone);

    string Body(CultureInfo culture, Person person, string content) =>
        $"{NotificationTexts.In(culture, "Mail_greeting", person.Name)}\n\n{content}\n{NotificationTexts.In(culture, "Mail_footer")}\n{address.Of($"/{person.Language}/account/notifications")}\n"
            .ReplaceLineEndings("\r\n");

    string Link(Person person, string path) => address.Of($"/{person.Language}{path}");
}
