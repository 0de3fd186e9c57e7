namespace Talent.Matching.Ranking.Features;

/// <summary>The job's country is one that the graduate wishes for.</summary>
internal sealed class CountryFeature(string country, int weight, double unstated) : PairFeature("country", weight)
{
    public override Aspect? Reads => Aspect.CountryWish;

    public override double Value(GraduateFacts graduate) => Wishes.Value(graduate.Countries, country, unstated);

    public override string Label(Wording wording) => wording["FeatureCountry"];

    public override string Note(GraduateFacts graduate, Wording wording) =>
        Wishes.Note(graduate.Countries, country, country, wording);
}

/// <summary>The job's mode of work is one that the graduate wishes for.</summary>
internal sealed class ModeFeature(string mode, int weight, double unstated) : PairFeature("mode", weight)
{
    public override Aspect? Reads => Aspect.Modes;

    public override double Value(GraduateFacts graduate) => Wishes.Value(graduate.Modes, mode, unstated);

    public override string Label(Wording wording) => wording["FeatureMode"];

    public override string Note(GraduateFacts graduate, Wording wording) =>
        Wishes.Note(graduate.Modes, mode, wording["Mode_" + mode], wording);
}

/// <summary>The occupation is one that the graduate wishes for or has worked in, or a related one.</summary>
internal sealed class OccupationFeature(Occupation occupation, int weight, double unstated) : PairFeature("occupation", weight)
{
    readonly float[] _nearness = Concepts.NearnessTo(occupation);

    public override Aspect? Reads => Aspect.Occupations;

    public override double Value(GraduateFacts graduate)
    {
        if (graduate.Occupations.Count == 0) return unstated;
        var nearest = 0.0;
        foreach (var own in graduate.Occupations.Span)
            nearest = Math.Max(nearest, Concepts.Relatedness(own, occupation, _nearness));
        return nearest;
    }

    public override string Label(Wording wording) => wording["FeatureOccupation"];

    public override string Note(GraduateFacts graduate, Wording wording)
    {
        if (graduate.Occupations.Count == 0) return wording["NoteUnstated"];
        var nearest = graduate.Occupations.MaxBy(own => Concepts.Relatedness(own, occupation));
        return Concepts.Relatedness(nearest, occupation) == 0
            ? wording["NoteOccupationOther"]
            : Concepts.Label(nearest.Key, wording.Language) ?? nearest.Key;
    }
}

/// <summary>A field of study, or of a wished occupation, is the job's field.</summary>
internal sealed class FieldFeature(ValueList<string> fields, int weight, double unstated) : PairFeature("field", weight)
{
    public override Aspect? Reads => Aspect.Fields;

    public override double Value(GraduateFacts graduate) =>
        graduate.Fields.Count == 0 ? unstated : Shared(graduate) is null ? 0 : 1;

    public override string Label(Wording wording) => wording["FeatureField"];

    public override string Note(GraduateFacts graduate, Wording wording) => graduate.Fields.Count == 0
        ? wording["NoteUnstated"]
        : wording.List(Shared(graduate) is { } shared ? [Name(shared, wording)] : graduate.Fields.Select(own => Name(own, wording)));

    /// <summary>A field of the taxonomy in the reader's language, any other as it was written.</summary>
    static string Name(string field, Wording wording) => wording.Find("Field_" + field) ?? field;

    string? Shared(GraduateFacts graduate)
    {
        foreach (var field in fields.Span)
            if (graduate.Fields.Contains(field)) return field;
        return null;
    }
}

/// <summary>The most that the job pays in a month against the least that the graduate accepts.</summary>
internal sealed class PayFeature(decimal monthly, string currency, int weight, double unstated) : PairFeature("pay", weight)
{
    public override Aspect? Reads => Aspect.Pay;

    public override double Value(GraduateFacts graduate)
    {
        if (!IsComparable(graduate, out var least)) return unstated;
        return least <= monthly ? 1 : (double)Math.Max(0, 1 - ((least - monthly) / least * 2));
    }

    public override string Label(Wording wording) => wording["FeaturePay"];

    public override string Note(GraduateFacts graduate, Wording wording) => IsComparable(graduate, out var least)
        ? wording.Format("NotePay", monthly, least, currency)
        : wording[graduate.MinPay.Amount is null ? "NoteUnstated" : "NoteOtherCurrency"];

    bool IsComparable(GraduateFacts graduate, out decimal least)
    {
        least = graduate.MinPay.Amount ?? 0;
        return graduate.MinPay.Amount is not null
            && string.Equals(graduate.MinPay.Currency, currency, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Free on the day on which the job starts, or how long after.</summary>
internal sealed class StartFeature(DateOnly startsOn, int weight, double unstated) : PairFeature("start", weight)
{
    public override Aspect? Reads => Aspect.Start;

    public override double Value(GraduateFacts graduate)
    {
        if (graduate.StartsFrom is not { } from) return unstated;
        var late = from.DayNumber - startsOn.DayNumber;
        return late <= 0 ? 1 : Math.Max(0, 1 - ((double)late / Eligibility.Rules.StartRule.ToleranceDays));
    }

    public override string Label(Wording wording) => wording["FeatureStart"];

    public override string Note(GraduateFacts graduate, Wording wording) => graduate.StartsFrom is { } from
        ? wording.Format("NoteStart", from, startsOn)
        : wording["NoteUnstated"];
}

/// <summary>How a list of wishes is read: 1 when it names the offer, 0 when it names only others.</summary>
file static class Wishes
{
    public static double Value(ValueList<string> wishes, string offer, double unstated) =>
        wishes.Count == 0 ? unstated : wishes.Contains(offer) ? 1 : 0;

    public static string Note(ValueList<string> wishes, string offer, string shown, Wording wording) =>
        wishes.Count == 0 ? wording["NoteUnstated"]
        : wording.Format(wishes.Contains(offer) ? "NoteWished" : "NoteNotWished", shown);
}
