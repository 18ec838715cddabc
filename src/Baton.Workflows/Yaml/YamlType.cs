namespace Baton.Workflows.Yaml;

/// <summary>What a scalar is, by the core schema: https://yaml.org/spec/1.2.2/#103-core-schema</summary>
public enum YamlType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>No value: left out, <c>~</c> or <c>null</c>.</summary>
    Nothing,

    /// <summary>True or false; <c>yes</c> and <c>on</c> are text.</summary>
    Flag,

    /// <summary>A whole or broken number, infinite ones and "not a number" included.</summary>
    Number,
}
