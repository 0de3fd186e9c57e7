using Talent.Contracts.Jobs;

namespace Talent.Web.Forms;

/// <summary>Between a job need and the form that writes it.</summary>
internal static class JobNeedForm
{
    public static FormValues Fill(JobNeed job)
    {
        var form = new FormValues
        {
            ["externalId"] = job.ExternalId, ["title"] = job.Title, ["description"] = job.Description,
            ["language"] = job.Language, ["occupation"] = job.Occupation?.Text, ["education.field"] = job.EducationField,
            ["mode"] = job.Mode, ["country"] = job.Country, ["city"] = job.City, ["zone"] = job.Zone,
            ["contract"] = job.Contract, ["pay.currency"] = job.Currency, ["pay.period"] = job.PayPeriod,
            ["pay.net"] = job.PayNet ? "true" : null, ["permit"] = job.Permit,
        };
        form.Set("education.isced", job.Isced);
        form.Set("experienceMonths", job.ExperienceMonths);
        form.Set("remote.countries", job.RemoteCountries);
        form.Set("remote.overlapHours", job.OverlapHours);
        form.Set("openings", job.Openings);
        form.Set("pay.min", job.PayMin);
        form.Set("pay.max", job.PayMax);
        form.Set("startsOn", job.StartsOn);
        form.Set("closesOn", job.ClosesOn);
        form.Set("replyWithinDays", job.ReplyWithinDays);
        FillLists(form, job);
        return form;
    }

    static void FillLists(FormValues form, JobNeed job)
    {
        foreach (var (index, need) in job.Skills.Index())
        {
            form[$"skills[{index}].skill"] = need.Skill.Text;
            form.Set($"skills[{index}].level", need.Level);
            form[$"skills[{index}].importance"] = Importance(need.Required);
        }
        foreach (var (index, need) in job.Certificates.Index())
        {
            form[$"certificates[{index}].scheme"] = need.Scheme;
            form[$"certificates[{index}].field"] = need.Field;
            form.Set($"certificates[{index}].minLevel", need.MinLevel);
            form[$"certificates[{index}].importance"] = Importance(need.Required);
        }
        foreach (var (index, need) in job.Languages.Index())
        {
            form[$"languages[{index}].language"] = need.Language;
            form[$"languages[{index}].min"] = $"{need.Scale}:{need.Min}";
            form[$"languages[{index}].importance"] = Importance(need.Required);
        }
        foreach (var (index, fee) in job.Fees.Index())
        {
            form[$"fees[{index}].what"] = fee.What;
            form[$"fees[{index}].paidBy"] = fee.PaidBy;
        }
    }

    public static JobNeedInput Read(FormValues form) => new()
    {
        ExternalId = form["externalId"],
        Title = form["title"],
        Description = form["description"],
        Language = form["language"],
        Occupation = form["occupation"],
        Skills = [.. form.Each("skills", "skill").Select(at =>
            new SkillDemand(form[$"{at}.skill"], form.Number($"{at}.level"), form[$"{at}.importance"]))],
        Certificates = [.. form.Each("certificates", "scheme").Select(at => new CertificateDemand(form[$"{at}.scheme"],
            form[$"{at}.field"], form.Number($"{at}.minLevel"), form[$"{at}.importance"]))],
        Languages = [.. form.Each("languages", "language").Select(at => Language(form, at))],
        Education = form["education.isced"] is null && form["education.field"] is null ? null
            : new EducationDemand(form.Number("education.isced"), form["education.field"]),
        ExperienceMonths = form.Number("experienceMonths"),
        Mode = form["mode"],
        Country = form["country"],
        City = form["city"],
        Zone = form["zone"],
        Remote = form["mode"] == "onsite" ? null
            : new RemoteTerms(form.All("remote.countries"), form.Number("remote.overlapHours")),
        Contract = form["contract"],
        Openings = form.Number("openings"),
        Pay = form["pay.min"] is null && form["pay.max"] is null ? null : new PayRange(form.Amount("pay.min"),
            form.Amount("pay.max"), form["pay.currency"], form["pay.period"], form.Flag("pay.net")),
        Fees = [.. form.Each("fees", "what").Select(at => new Fee(form[$"{at}.what"], form[$"{at}.paidBy"]))],
        Permit = form["permit"],
        StartsOn = form.Date("startsOn"),
        ClosesOn = form.Date("closesOn"),
        ReplyWithinDays = form.Number("replyWithinDays"),
    };

    static LanguageDemand Language(FormValues form, string at)
    {
        var level = (form[$"{at}.min"] ?? ":").Split(':', 2);
        return new LanguageDemand(form[$"{at}.language"], level[0], level[^1], form[$"{at}.importance"]);
    }

    static string Importance(bool required) => required ? "required" : "preferred";
}
