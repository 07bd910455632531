namespace Nanokernel.Checking;

/// <summary>How much a finding weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth a look; the image is made.</summary>
    Warning,

    /// <summary>No image is made.</summary>
    Error,
}
