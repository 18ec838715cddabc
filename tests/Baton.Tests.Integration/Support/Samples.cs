using System.Reflection;
using System.Runtime.CompilerServices;
using Baton.Engine.Resources;

namespace Baton.Tests.Integration.Support;

/// <summary>
/// Makes values of the engine's types with something in every field, as a seed says: so a test that compares them whole
/// fails for a field that somebody adds and forgets.
/// </summary>
internal static class Samples
{
    public static T Of<T>(int seed) => (T)Make(typeof(T), seed);

    /// <summary>The cases of a closed union.</summary>
    public static IEnumerable<Type> CasesOf(Type union) =>
        union.GetNestedTypes().Where(type => type.IsSubclassOf(union) && !type.IsAbstract);

    public static object Make(Type type, int seed) => Make(type, new Random(seed));

    private static object Make(Type type, Random chance)
    {
        if (Plain(type, chance) is { } plain)
            return plain;
        if (type.IsEnum)
            return Pick(Enum.GetValues(type).Cast<object>().ToArray(), chance);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return List(type.GetGenericArguments()[0], chance);
        if (type == typeof(Needs))
            return Needs.Make((Need[])List(typeof(Need), chance));
        if (type.IsAbstract)
            return Make(Pick(CasesOf(type).ToArray(), chance), chance);
        return Record(type, chance);
    }

    private static object? Plain(Type type, Random chance) =>
        type == typeof(string) ? Pick((string[])["plain", "", "ü \"quoted\" \\ <&>", "line\nbreak\0\u2028"], chance)
        : type == typeof(int) ? chance.Next(1, 1000)
        : type == typeof(long) ? chance.NextInt64(1, long.MaxValue)
        : type == typeof(bool) ? chance.Next(2) == 0
        : type == typeof(TimeSpan) ? new TimeSpan(chance.NextInt64(1, 1L << 50))
        : type == typeof(ResourceName)
            ? ResourceName.Of(Pick(Enum.GetValues<ResourceKind>(), chance), "name:" + chance.Next(9))
        : null;

    private static Array List(Type element, Random chance)
    {
        var list = Array.CreateInstance(element, chance.Next(3));
        for (var index = 0; index < list.Length; index++)
            list.SetValue(Make(element, chance), index);
        return list;
    }

    private static object Record(Type type, Random chance)
    {
        var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length);
        var arguments = constructor
            ?.GetParameters()
            .Select(each => Value(each.ParameterType, IsNone(each), chance))
            .ToArray();
        var made = constructor is null ? RuntimeHelpers.GetUninitializedObject(type) : constructor.Invoke(arguments);
        var given = constructor?.GetParameters().Select(each => each.Name).ToHashSet() ?? [];
        foreach (
            var property in type.GetProperties().Where(each => each.SetMethod is not null && !given.Contains(each.Name))
        )
            property.SetValue(made, Value(property.PropertyType, IsNone(property), chance));
        return made;
    }

    private static object? Value(Type type, bool mayBeNone, Random chance)
    {
        var inner = Nullable.GetUnderlyingType(type);
        return (mayBeNone || inner is not null) && chance.Next(4) == 0 ? null : Make(inner ?? type, chance);
    }

    private static bool IsNone(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private static bool IsNone(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static T Pick<T>(T[] choices, Random chance) => choices[chance.Next(choices.Length)];
}
