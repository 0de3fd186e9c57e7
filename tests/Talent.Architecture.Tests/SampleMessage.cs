using System.Collections;

namespace Talent.Architecture.Tests;

/// <summary>Fills every member of a message with a value that follows from the member's name alone.</summary>
static class SampleMessage
{
    static readonly DateTimeOffset Instant = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static object Of(Type type) => Value(type, type.Name);

    static object Value(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Simple(type, name) is { } simple)
            return simple;
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return Items(type, name);
        return Record(type);
    }

    static object? Simple(Type type, string name) => type switch
    {
        _ when type == typeof(string) => $"a {name}",
        _ when type == typeof(Guid) => new Guid("01900000-0000-7000-8000-000000000001"),
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateTimeOffset) => Instant,
        _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Instant.DateTime),
        _ when type == typeof(TimeOnly) => TimeOnly.FromDateTime(Instant.DateTime),
        _ when type == typeof(decimal) => 12.5m,
        _ when type == typeof(double) => 0.25,
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7L,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ => null,
    };

    static object Items(Type type, string name)
    {
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 1)
        {
            var items = Array.CreateInstance(arguments[0], 1);
            items.SetValue(Value(arguments[0], name), 0);
            return items;
        }
        var entries = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        entries.Add(Value(arguments[0], name), Value(arguments[1], name));
        return entries;
    }

    static object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type.FullName} cannot be constructed");
        var sample = constructor.Invoke(
            [.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            property.SetValue(sample, Value(property.PropertyType, property.Name));
        return sample;
    }
}
