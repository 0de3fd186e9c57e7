using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Talent.Contracts.Jobs;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Open;

/// <summary>A job as search engines read it: schema.org JobPosting with the properties that Google asks for
/// (https://developers.google.com/search/docs/appearance/structured-data/job-posting).</summary>
internal static class JobPosting
{
    /// <returns>JSON that is safe inside a script element: every angle bracket is escaped.</returns>
    public static string Of(JobNeed job, string url)
    {
        var posting = new JsonObject
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "JobPosting",
            ["title"] = job.Title,
            ["description"] = Description(job),
            ["datePosted"] = (job.PublishedAt ?? job.CreatedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["hiringOrganization"] = new JsonObject { ["@type"] = "Organization", ["name"] = job.OrganisationName },
            ["identifier"] = new JsonObject
            {
                ["@type"] = "PropertyValue", ["name"] = job.OrganisationName, ["value"] = job.ExternalId ?? job.Id.ToString(),
            },
            ["employmentType"] = EmploymentType(job.Contract),
            ["totalJobOpenings"] = job.Openings,
            ["directApply"] = false,
            ["url"] = url,
        };
        AddPlace(posting, job);
        AddPay(posting, job);
        if (job.ClosesOn is { } closes)
            posting["validThrough"] = EndOf(closes, job.Zone);
        if (job.Skills.Count > 0)
            posting["skills"] = string.Join(", ", job.Skills.Select(need => need.Skill.Text));
        if (job.ExperienceMonths > 0)
            posting["experienceRequirements"] = new JsonObject
            {
                ["@type"] = "OccupationalExperienceRequirements", ["monthsOfExperience"] = job.ExperienceMonths,
            };
        return posting.ToJsonString();
    }

    static string Description(JobNeed job)
    {
        var text = string.IsNullOrWhiteSpace(job.Description) ? job.Title : job.Description;
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(paragraphs.Select(paragraph =>
            $"<p>{HtmlEncoder.Default.Encode(paragraph.Trim()).Replace("&#xA;", "<br>", StringComparison.Ordinal)}</p>"));
    }

    /// <summary>A remote job names the countries it may be done from; one that may be done from anywhere keeps the
    /// employer's country as its location, which the format requires then.</summary>
    static void AddPlace(JsonObject posting, JobNeed job)
    {
        if (job.Mode == "remote")
            posting["jobLocationType"] = "TELECOMMUTE";
        if (job.Mode == "remote" && job.RemoteCountries.Count > 0)
        {
            posting["applicantLocationRequirements"] = new JsonArray([.. job.RemoteCountries.Select(country =>
                (JsonNode)new JsonObject { ["@type"] = "Country", ["name"] = Names.Country(country) })]);
            return;
        }
        var address = new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = job.Country };
        if (job.City is not null)
            address["addressLocality"] = job.City;
        posting["jobLocation"] = new JsonObject { ["@type"] = "Place", ["address"] = address };
    }

    static void AddPay(JsonObject posting, JobNeed job)
    {
        if (job.Currency is null || (job.PayMin ?? job.PayMax) is not { } least)
            return;
        var value = new JsonObject { ["@type"] = "QuantitativeValue", ["unitText"] = (job.PayPeriod ?? "month").ToUpperInvariant() };
        if (job.PayMin is { } min && job.PayMax is { } max && min != max)
        {
            value["minValue"] = min;
            value["maxValue"] = max;
        }
        else
        {
            value["value"] = least;
        }
        posting["baseSalary"] = new JsonObject { ["@type"] = "MonetaryAmount", ["currency"] = job.Currency, ["value"] = value };
    }

    static string EmploymentType(string contract) => contract switch
    {
        "permanent" => "FULL_TIME",
        "fixed" => "TEMPORARY",
        "internship" => "INTERN",
        _ => "OTHER",
    };

    static string EndOf(DateOnly date, string zone)
    {
        var end = date.ToDateTime(new TimeOnly(23, 59, 59));
        var offset = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found.GetUtcOffset(end) : TimeSpan.Zero;
        return new DateTimeOffset(end, offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
