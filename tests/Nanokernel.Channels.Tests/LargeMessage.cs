using System.Runtime.CompilerServices;

namespace Nanokernel.Channels.Tests;

/// <summary>Eleven words, each of which says which message it is of; large enough to be copied by a call.</summary>
internal struct LargeMessage
{
    private Words _words;

    internal LargeMessage(uint number)
    {
        for (var i = 0; i < Words.Count; i++)
            _words[i] = number + (uint)i;
    }

    internal readonly uint Number => _words[0];

    internal readonly bool IsWhole
    {
        get
        {
            for (var i = 1; i < Words.Count; i++)
            {
                if (_words[i] != _words[0] + (uint)i)
                    return false;
            }

            return true;
        }
    }

    [InlineArray(Count)]
    private struct Words
    {
        internal const int Count = 11;
        private uint _first;
    }
}
