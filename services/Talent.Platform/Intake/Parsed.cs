namespace Talent.Platform.Intake;

/// <summary>What a cell says, or why it could not be understood.</summary>
/// <param name="Value">The value; the type's default when the cell was empty or wrong.</param>
/// <param name="Errors">Empty when the cell was understood.</param>
public readonly record struct Parsed<T>(T Value, IReadOnlyList<RowError> Errors)
{
    /// <summary>A value understood.</summary>
    public Parsed(T value)
        : this(value, [])
    {
    }

    /// <summary>A cell not understood, for one reason.</summary>
    public Parsed(T value, RowError error)
        : this(value, [error])
    {
    }

    /// <summary>True when the cell was understood or empty.</summary>
    public bool Ok => Errors.Count == 0;

    /// <summary>Adds the errors to those of the row and gives the value.</summary>
    public T Into(ICollection<RowError> rowErrors)
    {
        foreach (var error in Errors)
            rowErrors.Add(error);
        return Value;
    }
}
