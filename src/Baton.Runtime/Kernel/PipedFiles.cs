namespace Baton.Runtime.Kernel;

/// <summary>What a program gets as its standard input, output and error.</summary>
internal readonly record struct PipedFiles(int Input, int Output, int Errors);
