using System.Reflection;
using System.Runtime.CompilerServices;

namespace Talent.Architecture.Tests.Model;

/// <summary>The types of the product's assemblies.</summary>
static class ServiceTypes
{
    /// <summary>The types that a project's own sources declare, nested ones included.</summary>
    public static IReadOnlyList<Type> Of(Project project) => Of(Assembly.Load(project.Name));

    /// <inheritdoc cref="Of(Project)"/>
    public static IReadOnlyList<Type> Of(Assembly assembly) => [.. assembly.GetTypes().Where(IsWritten)];

    // Compilers and source generators put types of their own beside ours.
    static bool IsWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.Namespace?.StartsWith("Talent", StringComparison.Ordinal) == true
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
