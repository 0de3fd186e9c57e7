using System.Reflection;
using System.Text.RegularExpressions;

namespace Talent.Architecture.Tests.Rules;

/// <summary>What assemblies show and what their types stand on.</summary>
static partial class TypeRules
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly string[] Machinery = ["Microsoft.EntityFrameworkCore", "MassTransit", "RabbitMQ", "Npgsql"];

    /// <summary>A service shows its module and nothing else.</summary>
    /// <param name="service">Its short name: <c>Jobs</c>.</param>
    public static IEnumerable<string> OnlyTheModuleIsPublic(string service, IReadOnlyList<Type> types)
    {
        var module = types.FirstOrDefault(type => type.IsPublic && type.Name.Equals($"{service}Module", StringComparison.Ordinal));
        var components = ShownByComponents(types);
        foreach (var type in types.Where(type => type.IsPublic && type != module && !components.Contains(type)))
            yield return $"{type.FullName} is public; only {service}Module may be";
        if (module is null)
        {
            yield return $"{service} has no public {service}Module";
            yield break;
        }
        string[] entries = [$"Add{service}", $"Map{service}"];
        var shown = module.GetMembers(Declared).Where(IsPublicMember).Select(member => member.Name).ToList();
        foreach (var missing in entries.Except(shown, StringComparer.Ordinal))
            yield return $"{module.Name} has no {missing}";
        // Whoever does not host the service still has to make its queues.
        foreach (var extra in shown.Except([.. entries, "Consumers", "get_Consumers"], StringComparer.Ordinal))
            yield return $"{module.Name} shows {extra} besides {string.Join(" and ", entries)}";
    }

    /// <summary>What the field calls a thing says more than these.</summary>
    public static IEnumerable<string> NamesSaySomething(IReadOnlyList<Type> types) =>
        from type in types
        let name = type.Name.Split('`')[0]
        where HollowName().IsMatch(name) || HollowNamespace().IsMatch(type.Namespace ?? "")
        select $"{type.FullName}: name it after what it is in the field";

    /// <summary>Entities know their rules, not how they are stored or sent.</summary>
    public static IEnumerable<string> DomainsKnowNoMachinery(IReadOnlyList<Type> types) =>
        from type in types
        where type.Namespace?.Split('.').Contains("Domain", StringComparer.Ordinal) == true
        from used in Used(type)
        where Machinery.Any(name => used.Namespace is { } space
            && (space.Equals(name, StringComparison.Ordinal) || space.StartsWith(name + ".", StringComparison.Ordinal)))
        select $"{type.FullName} uses {used.FullName ?? used.Name}";

    // The Razor compiler makes components public, and with them must go what their parameters are made of.
    static HashSet<Type> ShownByComponents(IReadOnlyList<Type> types)
    {
        var shown = new HashSet<Type>();
        var open = new Stack<Type>(types.Where(IsComponent));
        while (open.TryPop(out var type))
        {
            if (!shown.Add(type))
                continue;
            var visible = type.GetMembers(Declared).Where(IsPublicMember).SelectMany(Used).Append(type.BaseType);
            foreach (var used in visible.OfType<Type>().SelectMany(Parts).Where(types.Contains))
                open.Push(used);
        }
        return shown;
    }

    static bool IsComponent(Type type) =>
        type.Name.Equals("_Imports", StringComparison.Ordinal)
        || type.GetInterfaces().Any(face => face.Name.Equals("IComponent", StringComparison.Ordinal));

    static bool IsPublicMember(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic,
        FieldInfo field => field.IsPublic,
        PropertyInfo property => property.GetAccessors().Length > 0,
        Type nested => nested.IsNestedPublic,
        _ => false,
    };

    static IEnumerable<Type> Used(Type type)
    {
        IEnumerable<Type?> used =
        [
            type.BaseType, .. type.GetInterfaces(), .. Attributes(type),
            .. type.GetMembers(Declared).SelectMany(Used),
        ];
        return used.OfType<Type>().SelectMany(Parts).Distinct();
    }

    static IEnumerable<Type?> Used(MemberInfo member) => Attributes(member).Concat(member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. Inside(method)],
        MethodBase constructor => Inside(constructor),
        _ => Array.Empty<Type?>(),
    });

    static IEnumerable<Type?> Inside(MethodBase method) =>
        method.GetParameters().Select(parameter => (Type?)parameter.ParameterType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);

    static IEnumerable<Type?> Attributes(MemberInfo member) => member.CustomAttributes.Select(data => data.AttributeType);

    static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    [GeneratedRegex("(Manager|Helpers?|Util(s|ity|ities)?|Base|Impl|Dto)$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex HollowName();

    [GeneratedRegex(@"\.(Common|Shared|Helpers?|Util(s|ities)?|Misc)(\.|$)", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex HollowNamespace();
}
