namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Extension members of both forms.</summary>
public static class LanguageExtensions
{
    /// <summary>Doubles a number.</summary>
    public static int Doubled(this int value) => value * 2;

    extension(string text)
    {
        /// <summary>The text two times.</summary>
        public string Twice => text + text;
    }
}
