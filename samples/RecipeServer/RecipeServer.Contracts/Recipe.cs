namespace RecipeServer;

/// <summary>How something is baked.</summary>
public readonly struct Recipe(int temperature, int minutes)
{
    /// <summary>Degrees Celsius.</summary>
    public int Temperature { get; } = temperature;

    /// <summary>For how long; 0: there is no such recipe.</summary>
    public int Minutes { get; } = minutes;
}
