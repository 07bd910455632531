namespace System.Diagnostics;

/// <summary>States how the code can be debugged.</summary>
public sealed class DebuggableAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public DebuggableAttribute(DebuggingModes modes)
    {
    }

    /// <summary>How code can be debugged.</summary>
    [Flags]
    public enum DebuggingModes
    {
        /// <summary>As it comes.</summary>
        None = 0,

        /// <summary>Tracking is on.</summary>
        Default = 1,

        /// <summary>Sequence points come from the symbols.</summary>
        IgnoreSymbolStoreSequencePoints = 2,

        /// <summary>Edit and continue is on.</summary>
        EnableEditAndContinue = 4,

        /// <summary>Optimizations are off.</summary>
        DisableOptimizations = 256,
    }
}
