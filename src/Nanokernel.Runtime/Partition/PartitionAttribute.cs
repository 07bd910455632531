using System;

namespace Nanokernel;

/// <summary>Marks the class whose <c>Main</c> is the partition's entry: one in a project, static and partial.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartitionAttribute : Attribute;
