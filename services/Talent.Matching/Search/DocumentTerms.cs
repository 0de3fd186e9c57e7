using System.Text.RegularExpressions;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Taxonomy.Text;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Search;

/// <summary>What of a document is searched, by field.</summary>
static partial class DocumentTerms
{
    public static TermBag Of(JobNeed job, Catalogue taxonomy)
    {
        var bag = new TermBag();
        bag.AddText(Field.Title, job.Title);
        bag.AddText(Field.Body, job.Description);
        bag.AddText(Field.Body, job.City);
        bag.AddText(Field.Body, job.EducationField);
        bag.AddText(Field.Organisation, job.OrganisationName);
        bag.AddText(Field.Skills, job.Occupation?.Text);
        if (job.Occupation?.Uri is { } occupation)
            bag.AddConcept(Field.OccupationConcept, occupation);
        foreach (var need in job.Skills)
        {
            bag.AddText(Field.Skills, need.Skill.Text);
            if (need.Skill.Uri is { } uri)
                bag.AddConcept(need.Required ? Field.RequiredConcept : Field.PreferredConcept, uri);
        }
        foreach (var certificate in job.Certificates)
            bag.AddText(Field.Skills, $"{certificate.Scheme} {certificate.Field}");
        AddMentions(bag, taxonomy, job.Title, job.Description);
        return bag;
    }

    /// <remarks>The name stands in a field of its own. Its parts, and whatever looks like an e-mail address, are left out of
    /// the texts that the graduate wrote, so that a masked person is not found by name there.</remarks>
    public static TermBag Of(Graduate graduate, Catalogue taxonomy)
    {
        var bag = new TermBag();
        bag.AddText(Field.Name, graduate.Name);
        var identity = TextAnalysis.Analyze($"{graduate.Name} {graduate.Email}").Select(token => token.Term)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var education in graduate.Education)
        {
            bag.AddText(Field.Title, education.Programme);
            bag.AddText(Field.Title, education.Field);
            bag.AddText(Field.Organisation, education.Institution);
        }
        bag.AddText(Field.Organisation, graduate.OrganisationName);
        bag.AddText(Field.Body, graduate.City);
        foreach (var occupation in graduate.Occupations)
        {
            bag.AddText(Field.Title, occupation.Text);
            if (occupation.Uri is { } uri)
                bag.AddConcept(Field.OccupationConcept, uri);
        }
        foreach (var level in graduate.Skills)
        {
            bag.AddText(Field.Skills, level.Skill.Text);
            // What somebody else confirmed weighs more than a person's own word.
            if (level.Skill.Uri is { } uri)
                bag.AddConcept(level.Evidence is "self" ? Field.PreferredConcept : Field.RequiredConcept, uri);
        }
        foreach (var certificate in graduate.Certificates)
            bag.AddText(Field.Skills, $"{certificate.Scheme} {certificate.Field}");
        foreach (var work in graduate.Experience)
            AddWork(bag, work, identity, taxonomy);
        return bag;
    }

    static void AddWork(TermBag bag, ExperienceInput work, HashSet<string> identity, Catalogue taxonomy)
    {
        bag.AddText(Field.Body, work.Title, identity);
        bag.AddText(Field.Body, work.Employer, identity);
        bag.AddText(Field.Body, Address().Replace(work.Description ?? "", " "), identity);
        AddMentions(bag, taxonomy, work.Title, work.Description);
    }

    static void AddMentions(TermBag bag, Catalogue taxonomy, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            foreach (var match in taxonomy.Annotate(text))
                bag.AddConcept(Field.MentionedConcept, match.Concept.Uri);
        }
    }

    [GeneratedRegex(@"\S+@\S+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
