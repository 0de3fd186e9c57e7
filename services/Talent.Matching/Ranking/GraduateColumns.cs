namespace Talent.Matching.Ranking;

/// <summary>All profiles as columns of numbers. Rows are only appended: a changed profile gets a new row and its old
/// row ends at that moment, so a reader that took a <see cref="Snapshot"/> sees each graduate exactly once, as of that
/// moment, without any lock, while one writer goes on. Ended rows are dropped by <see cref="Compact"/>.</summary>
internal sealed class GraduateColumns
{
    const int FirstCapacity = 256;

    Guid[] _ids = new Guid[FirstCapacity];
    int[] _ends = new int[FirstCapacity];
    int[] _skillsFrom = new int[FirstCapacity + 1];
    bool[] _hidden = new bool[FirstCapacity];
    readonly int[][] _aspects = NewAspects(FirstCapacity);
    PackedSkill[] _skills = new PackedSkill[FirstCapacity * 8];
    PostingList?[] _postings = new PostingList?[64];
    int _count;

    /// <summary>Rows that are not current any more.</summary>
    public int Ended { get; private set; }

    public int Count => _count;

    /// <summary>A consistent view. The count is read first: every array read after it holds at least that many rows,
    /// and an end written later is greater than the count.</summary>
    public Snapshot Read()
    {
        var count = Volatile.Read(ref _count);
        var aspects = new int[_aspects.Length][];
        for (var aspect = 0; aspect < aspects.Length; aspect++) aspects[aspect] = Volatile.Read(ref _aspects[aspect]);
        return new Snapshot(count, _ids, _ends, _skillsFrom, _hidden, aspects, _skills, _postings);
    }

    /// <summary>Appends a row and, in the same instant for readers, ends the row that it replaces.</summary>
    /// <param name="replaces">The graduate's current row; -1 when there is none.</param>
    public int Append(Guid id, bool hidden, ReadOnlySpan<int> aspects, ReadOnlySpan<PackedSkill> skills, int replaces)
    {
        var row = _count;
        MakeRoom(row, skills.Length);
        _ids[row] = id;
        _hidden[row] = hidden;
        for (var aspect = 0; aspect < aspects.Length; aspect++) _aspects[aspect][row] = aspects[aspect];
        skills.CopyTo(_skills.AsSpan(_skillsFrom[row]));
        _skillsFrom[row + 1] = _skillsFrom[row] + skills.Length;
        foreach (var skill in skills) Postings(skill.Number).Add(skill.WithNumber(row));
        End(replaces, row);
        Volatile.Write(ref _count, row + 1);
        return row;
    }

    /// <summary>Ends a row with nothing in its place: an empty row that no reader ever sees moves the clock.</summary>
    public void Remove(int row)
    {
        var tomb = _count;
        MakeRoom(tomb, 0);
        _skillsFrom[tomb + 1] = _skillsFrom[tomb];
        End(tomb, tomb);
        End(row, tomb);
        Volatile.Write(ref _count, tomb + 1);
    }

    /// <summary>The current rows alone, renumbered in the same order; <paramref name="moved"/> is told each one's new
    /// row. This instance stays as it is for those who still read it.</summary>
    public GraduateColumns Compact(Action<Guid, int> moved)
    {
        var compact = new GraduateColumns();
        var now = Read();
        Span<int> aspects = stackalloc int[AspectInterners.Aspects];
        for (var row = 0; row < now.Count; row++)
        {
            if (!now.IsCurrent(row)) continue;
            for (var aspect = 0; aspect < aspects.Length; aspect++) aspects[aspect] = now.Aspects[aspect][row];
            moved(now.Ids[row], compact.Append(now.Ids[row], now.Hidden[row], aspects, now.Skills(row).Span, -1));
        }

        return compact;
    }

    void End(int row, int at)
    {
        if (row < 0) return;
        _ends[row] = at + 1;
        Ended++;
    }

    PostingList Postings(int skill)
    {
        if (skill >= _postings.Length)
        {
            var larger = new PostingList?[Math.Max(skill + 1, _postings.Length * 2)];
            _postings.CopyTo(larger, 0);
            Volatile.Write(ref _postings, larger);
        }

        return _postings[skill] ??= new PostingList();
    }

    void MakeRoom(int row, int skills)
    {
        if (row > PackedSkill.MaxNumber) throw new InvalidOperationException("The pool holds 33 million rows at most.");
        if (row == _ids.Length)
        {
            var capacity = row + (row / 2);
            Grow(ref _ids, capacity);
            Grow(ref _ends, capacity);
            Grow(ref _skillsFrom, capacity + 1);
            Grow(ref _hidden, capacity);
            for (var aspect = 0; aspect < _aspects.Length; aspect++) Grow(ref _aspects[aspect], capacity);
        }

        var needed = _skillsFrom[row] + skills;
        if (needed > _skills.Length) Grow(ref _skills, Math.Max(needed, _skills.Length + (_skills.Length / 2)));
    }

    static void Grow<T>(ref T[] column, int capacity)
    {
        var larger = new T[capacity];
        column.CopyTo(larger, 0);
        Volatile.Write(ref column, larger);
    }

    static int[][] NewAspects(int capacity)
    {
        var aspects = new int[AspectInterners.Aspects][];
        for (var aspect = 0; aspect < aspects.Length; aspect++) aspects[aspect] = new int[capacity];
        return aspects;
    }

    /// <summary>The columns as of one moment.</summary>
    internal readonly record struct Snapshot(
        int Count, Guid[] Ids, int[] Ends, int[] SkillsFrom, bool[] Hidden, int[][] Aspects, PackedSkill[] AllSkills,
        PostingList?[] Postings)
    {
        /// <summary>False when the row had ended at this moment.</summary>
        public bool IsCurrent(int row)
        {
            var end = Ends[row];
            return end == 0 || end > Count;
        }

        public ReadOnlyMemory<PackedSkill> Skills(int row) =>
            AllSkills.AsMemory(SkillsFrom[row], SkillsFrom[row + 1] - SkillsFrom[row]);

        /// <summary>Holders of a skill; may go beyond this moment's rows.</summary>
        public ReadOnlySpan<PackedSkill> Holders(int skill) =>
            (uint)skill < (uint)Postings.Length && Postings[skill] is { } postings ? postings.Read() : [];
    }
}
