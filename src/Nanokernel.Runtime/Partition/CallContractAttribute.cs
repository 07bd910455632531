using System;

namespace Nanokernel;

/// <summary>
/// Marks an interface whose methods partitions call in another partition. For an interface <c>IRecipes</c> the SDK generates
/// <c>RecipesClient</c>, which calls, and <c>RecipesServer</c>, which serves; put it into a library that both projects refer to. Its methods
/// take and return unmanaged values, no two of them have one name, and it has nothing but methods.
/// </summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class CallContractAttribute : Attribute;
