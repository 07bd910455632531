using System;

namespace Nanokernel.Channels.Tests;

/// <summary>A run that went wrong, with the schedule that made it so.</summary>
internal sealed class InterleavingException(string message, Exception? inner = null) : Exception(message, inner);
