using Talent.Contracts.Graduates;

namespace Talent.Matching.Ranking;

/// <summary>The distinct values of each <see cref="Aspect"/> in the pool. Thousands of graduates share a few hundred
/// wishes, rights and hours; each is kept once and profiles hold numbers.</summary>
internal sealed class AspectInterners
{
    public static readonly int Aspects = Enum.GetValues<Aspect>().Length;

    const int MaxIsced = 8;
    const int MaxMonths = 600;

    readonly Interner<WorkRight> _rights = new();
    readonly Interner<ValueList<string>> _countries = new();
    readonly Interner<string> _residences = new();
    readonly Interner<ValueList<string>> _modes = new();
    readonly Interner<ValueList<string>> _contracts = new();
    readonly Interner<WorkingHours> _hours = new();
    readonly Interner<ValueList<SpokenLanguage>> _languages = new();
    readonly Interner<ValueList<Certificate>> _certificates = new();
    readonly Interner<StartWish> _starts = new();
    readonly Interner<ValueList<Occupation>> _occupations = new();
    readonly Interner<ValueList<string>> _fields = new();
    readonly Interner<MinimumPay> _pays = new();

    /// <summary>The number of each aspect of a profile, indexed by <see cref="Aspect"/>. Writers only.</summary>
    public void Intern(GraduateFacts facts, Span<int> numbers)
    {
        numbers[(int)Aspect.WorkRight] = _rights.Intern(facts.WorkRight);
        numbers[(int)Aspect.CountryWish] = _countries.Intern(facts.Countries);
        numbers[(int)Aspect.Residence] = _residences.Intern(facts.Country);
        numbers[(int)Aspect.Modes] = _modes.Intern(facts.Modes);
        numbers[(int)Aspect.Contracts] = _contracts.Intern(facts.Contracts);
        numbers[(int)Aspect.Hours] = _hours.Intern(facts.Hours);
        numbers[(int)Aspect.Languages] = _languages.Intern(facts.Languages);
        numbers[(int)Aspect.Certificates] = _certificates.Intern(facts.Certificates);
        numbers[(int)Aspect.Education] = Math.Clamp(facts.Isced, 0, MaxIsced);
        numbers[(int)Aspect.Start] = _starts.Intern(new StartWish(facts.StartsFrom));
        numbers[(int)Aspect.Occupations] = _occupations.Intern(facts.Occupations);
        numbers[(int)Aspect.Fields] = _fields.Intern(facts.Fields);
        numbers[(int)Aspect.Experience] = Math.Clamp(facts.ExperienceMonths, 0, MaxMonths);
        numbers[(int)Aspect.Pay] = _pays.Intern(facts.MinPay);
    }

    /// <summary>All numbers of this aspect in published rows are below this.</summary>
    public int Size(Aspect aspect) => aspect switch
    {
        Aspect.WorkRight => _rights.Count,
        Aspect.CountryWish => _countries.Count,
        Aspect.Residence => _residences.Count,
        Aspect.Modes => _modes.Count,
        Aspect.Contracts => _contracts.Count,
        Aspect.Hours => _hours.Count,
        Aspect.Languages => _languages.Count,
        Aspect.Certificates => _certificates.Count,
        Aspect.Education => MaxIsced + 1,
        Aspect.Start => _starts.Count,
        Aspect.Occupations => _occupations.Count,
        Aspect.Fields => _fields.Count,
        Aspect.Experience => MaxMonths + 1,
        Aspect.Pay => _pays.Count,
        _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect, null),
    };

    /// <summary>Puts the aspect's value with this number into <paramref name="facts"/>.</summary>
    public void Load(Aspect aspect, int number, GraduateFacts facts)
    {
        switch (aspect)
        {
            case Aspect.WorkRight: facts.WorkRight = _rights[number]; break;
            case Aspect.CountryWish: facts.Countries = _countries[number]; break;
            case Aspect.Residence: facts.Country = _residences[number]; break;
            case Aspect.Modes: facts.Modes = _modes[number]; break;
            case Aspect.Contracts: facts.Contracts = _contracts[number]; break;
            case Aspect.Hours: facts.Hours = _hours[number]; break;
            case Aspect.Languages: facts.Languages = _languages[number]; break;
            case Aspect.Certificates: facts.Certificates = _certificates[number]; break;
            case Aspect.Education: facts.Isced = number; break;
            case Aspect.Start: facts.StartsFrom = _starts[number].From; break;
            case Aspect.Occupations: facts.Occupations = _occupations[number]; break;
            case Aspect.Fields: facts.Fields = _fields[number]; break;
            case Aspect.Experience: facts.ExperienceMonths = number; break;
            case Aspect.Pay: facts.MinPay = _pays[number]; break;
            default: throw new ArgumentOutOfRangeException(nameof(aspect), aspect, null);
        }
    }

    /// <summary>A row's facts, as new.</summary>
    public GraduateFacts Facts(in GraduateColumns.Snapshot graduates, int row)
    {
        var facts = new GraduateFacts { Skills = graduates.Skills(row) };
        for (var aspect = 0; aspect < graduates.Aspects.Length; aspect++)
            Load((Aspect)aspect, graduates.Aspects[aspect][row], facts);
        return facts;
    }
}
