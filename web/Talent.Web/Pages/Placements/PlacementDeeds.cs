using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Placements;

/// <summary>What the forms of a placement's page do. Several stand on one page, so each names its fields after its deed:
/// <c>reject.reason</c>.</summary>
internal static class PlacementDeeds
{
    public static readonly IReadOnlyList<string> All =
    [
        "advance", "reject", "withdraw", "undo", "end", "note", "permit", "follow-up", "book", "move-interview",
        "cancel-interview", "accept-offer", "decline-offer", "withdraw-offer", "propose", "score", "offer", "apply",
    ];

    /// <returns>Null when it was done; else why not, by the form's own field names.</returns>
    public static async Task<ApiProblem?> DoAsync(string deed, Guid id, FormValues values, PlacementsClient placements,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var form = new Fields(values, deed);
        var call = Call(deed, id, form, placements, cancel);
        if (FormState.Unreadable(values, texts) is { } unreadable)
            return unreadable.Problem;
        if (call is null)
            return ApiProblem.Of(StatusCodes.Status400BadRequest);
        var problem = await call();
        return problem is null ? null : problem with
        {
            Errors = problem.Errors.ToDictionary(error => $"{deed}.{error.Key}", error => error.Value, StringComparer.OrdinalIgnoreCase),
        };
    }

    // Built first and called later: nothing is sent of a form that could not be read.
    static Func<Task<ApiProblem?>>? Call(string deed, Guid id, Fields form, PlacementsClient placements, CancellationToken cancel)
    {
        var of = Guid.TryParse(form["of"], out var found) ? found : Guid.Empty;
        object? input = Input(deed, form);
        return deed switch
        {
            "advance" or "reject" or "withdraw" or "undo" or "end" => () => placements.MoveAsync(id, deed, input, cancel),
            "note" => () => placements.MoveAsync(id, "notes", input, cancel),
            "permit" => () => placements.KeepPermitAsync(id, (PermitInput)input!, cancel),
            "follow-up" => () => placements.FollowUpAsync(id, (FollowUpInput)input!, cancel),
            "book" or "move-interview" or "cancel-interview" =>
                () => placements.ChangeInterviewAsync(of, deed.Split('-')[0], input!, cancel),
            "accept-offer" or "decline-offer" or "withdraw-offer" =>
                () => placements.AnswerOfferAsync(of, deed.Split('-')[0], input!, cancel),
            _ => null,
        };
    }

    static object? Input(string deed, Fields form) => deed switch
    {
        "advance" => new AdvanceInput(form["to"], form["reason"], form["exception"], form.Date("on")),
        "reject" => new RefusalInput(form["reason"], form["comment"]),
        "withdraw" => new WithdrawalInput(form["reason"]),
        "end" => new EndInput(form["reason"], form["comment"], form.Date("on")),
        "note" => new NoteInput(form["text"]),
        "permit" => new PermitInput(form["state"], form.Date("appliedOn"), form.Date("grantedOn"), form.Date("arrivesOn"), form["comment"]),
        "follow-up" => new FollowUpInput(form.Number("month"), form.Answer("atWork"), form.Amount("pay"), form["currency"],
            form.Number("satisfaction"), form["comment"], form.Date("on")),
        "book" => new BookingInput(form.Instant("start")),
        "move-interview" => new InterviewMoveInput(form.Instant("start"), null, form["reason"]),
        "cancel-interview" => new InterviewCancelInput(form["reason"]),
        "accept-offer" => new AcceptanceInput(form["signedName"], form["documentHash"], form["otherApplications"]),
        "decline-offer" or "withdraw-offer" => new OfferReason(form["reason"]),
        _ => null,
    };

    /// <summary>The fields of one deed's form.</summary>
    sealed class Fields(FormValues values, string deed)
    {
        public string? this[string name] => values[$"{deed}.{name}"];

        public DateOnly? Date(string name) => values.Date($"{deed}.{name}");

        public int? Number(string name) => values.Number($"{deed}.{name}");

        public decimal? Amount(string name) => values.Amount($"{deed}.{name}");

        public bool? Answer(string name) => this[name] switch { "true" => true, "false" => false, _ => null };

        public DateTimeOffset? Instant(string name) => DateTimeOffset.TryParse(
            this[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
