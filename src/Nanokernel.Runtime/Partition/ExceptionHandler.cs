namespace Nanokernel;

/// <summary>Handles an exception of its own partition.</summary>
/// <param name="exception">Which one.</param>
/// <param name="frame">What it interrupted; the partition goes on with what the handler leaves there.</param>
public delegate void ExceptionHandler(ProcessorException exception, ref ExceptionFrame frame);
