using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Testing;

namespace Talent.Placements.Tests.Interviews;

/// <summary>Calls about interviews and offers.</summary>
static class InterviewsApi
{
    /// <summary>An application on the shortlist, of the graduate with this number.</summary>
    public static async Task<Placement> ShortlistedAsync(this TalentApp app, JobNeed job, int graduate = 1)
    {
        var applied = await app.Graduate(graduate).ApplyAsync(job.Id);
        var employer = app.Employer();
        await employer.StepAsync(applied.Id, "advance");
        return await employer.StepAsync(applied.Id, "advance");
    }

    /// <summary>A job with a graduate on its shortlist.</summary>
    public static async Task<Placement> ShortlistedAsync(
        this TalentApp app, Func<JobNeed, JobNeed>? adjustJob = null, Func<Graduate, Graduate>? adjustGraduate = null)
    {
        var job = await app.JobAsync(adjust: adjustJob);
        await app.GraduateAsync(adjust: adjustGraduate);
        return await app.ShortlistedAsync(job);
    }

    /// <summary>A slot of half an hour, so many days from now, at so many hours UTC.</summary>
    public static SlotInput Slot(this TalentApp app, int day, int hour, int minutes = 0)
    {
        var start = new DateTimeOffset(app.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero)
            .AddDays(day).AddHours(hour).AddMinutes(minutes);
        return new SlotInput(Written(start), Written(start.AddMinutes(30)));
    }

    public static DateTimeOffset Start(this SlotInput slot) =>
        DateTimeOffset.Parse(slot.Start!, CultureInfo.InvariantCulture);

    public static async Task<Interview> ProposeAsync(this HttpClient employer, Guid application, params SlotInput[] slots)
    {
        using var answer = await employer.PostAsync("/interviews", new InterviewInput(
            application, slots, "Asia/Kuala_Lumpur", "https://video.example/room", ["Lin Example", "Omar Example"], "Bring your portfolio"));
        return await ReadAsync<Interview>(answer, HttpStatusCode.Created);
    }

    /// <summary>A change that is expected to be made: <c>book</c>, <c>move</c>, <c>cancel</c>.</summary>
    public static async Task<Interview> ChangeAsync(this HttpClient client, Guid interview, string change, object body)
    {
        using var answer = await client.PostAsync($"/interviews/{interview}/{change}", body);
        return await ReadAsync<Interview>(answer, HttpStatusCode.OK);
    }

    public static async Task<Offer> OfferAsync(
        this HttpClient employer, Guid application, OfferTerms? terms = null, DateOnly? expiresOn = null,
        string? exception = StepExceptions.WithoutInterview)
    {
        using var answer = await employer.PostAsync("/offers", new OfferInput(application, terms ?? Terms, expiresOn, exception));
        return await ReadAsync<Offer>(answer, HttpStatusCode.Created);
    }

    public static OfferTerms Terms { get; } = new()
    {
        Pay = 4000,
        Currency = "MYR",
        PayPeriod = "month",
        DeductionsPercent = 20,
        HoursPerWeek = 45,
        StartsOn = new DateOnly(2032, 3, 1),
        ProbationMonths = 3,
        NoticeDays = 28,
    };

    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer, HttpStatusCode expected)
    {
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>The problem's code, of an answer with this status.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, body);
        return System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("type").GetString()!["urn:talent:problem:".Length..];
    }

    static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
