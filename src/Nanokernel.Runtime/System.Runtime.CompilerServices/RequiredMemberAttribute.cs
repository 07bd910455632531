namespace System.Runtime.CompilerServices;

/// <summary>Marks a member that an object initializer has to set.</summary>
public sealed class RequiredMemberAttribute : Attribute;
