using System.Runtime.CompilerServices;

// As in .NET's own core library: locals are not zeroed behind the author's back. It also keeps XMM registers out of what the kernel uses.
[module: SkipLocalsInit]
