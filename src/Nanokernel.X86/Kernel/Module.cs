// What holds for all code of the kernel.
using System.Runtime.CompilerServices;

// Nothing here reads a local before it is written, and the compiler clears locals with an SSE register.
[module: SkipLocalsInit]
