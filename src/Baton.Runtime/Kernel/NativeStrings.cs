using System.Runtime.InteropServices;
using System.Text;

namespace Baton.Runtime.Kernel;

/// <summary>A list of strings as C has it: pointers to UTF-8 that ends with a zero, the last pointer null.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private byte** _first;

    internal NativeStrings(IReadOnlyCollection<string> strings)
    {
        var size = strings.Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
        _first = (byte**)NativeMemory.AllocZeroed((nuint)(((strings.Count + 1) * sizeof(byte*)) + size));
        var at = (byte*)(_first + strings.Count + 1);
        var index = 0;
        foreach (var text in strings)
        {
            _first[index++] = at;
            at += Encoding.UTF8.GetBytes(text, new Span<byte>(at, size)) + 1;
        }
    }

    internal byte** First => _first;

    public void Dispose()
    {
        NativeMemory.Free(_first);
        _first = null;
    }
}
