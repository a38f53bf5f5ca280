using System.Text.Json;

namespace Annotate;

/// <summary>What an image shows, and how sure that is: 0.5 and above.</summary>
internal sealed record Prediction(string Shape, double Confidence);

/// <summary>A model that keeps the mean image of each shape, cut out and centred, and finds the nearest.</summary>
internal sealed class Centroids
{
    private const int Side = Shape.Side;
    private const int Threshold = 110;

    private readonly Dictionary<string, (double[] Sum, int Count)> _shapes = new(StringComparer.Ordinal);

    public int Images => _shapes.Values.Sum(shape => shape.Count);

    /// <summary>Learns from an image. False when it shows nothing.</summary>
    public bool Add(string shape, byte[] png)
    {
        if (Centred(png) is not { } pixels)
        {
            return false;
        }

        var (sum, count) = _shapes.GetValueOrDefault(shape, (new double[Side * Side], 0));
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += pixels[i] ? 1 : 0;
        }

        _shapes[shape] = (sum, count + 1);
        return true;
    }

    /// <summary>Null when the image shows nothing.</summary>
    public Prediction? Predict(byte[] png)
    {
        if (Centred(png) is not { } pixels)
        {
            return null;
        }

        var near = _shapes.Select(shape => (shape.Key, Distance: Distance(shape.Value, pixels))).OrderBy(shape => shape.Distance).Take(2).ToArray();
        return new(near[0].Key, near.Length == 1 ? 1 : near[1].Distance / (near[0].Distance + near[1].Distance + double.Epsilon));
    }

    public void Save(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        foreach (var (name, (sum, count)) in _shapes)
        {
            json.WriteStartArray(name);
            json.WriteNumberValue(count);
            foreach (var value in sum)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static Centroids Load(Stream stream)
    {
        var model = new Centroids();
        using var json = JsonDocument.Parse(stream);
        foreach (var shape in json.RootElement.EnumerateObject())
        {
            model._shapes[shape.Name] = ([.. shape.Value.EnumerateArray().Skip(1).Select(value => value.GetDouble())], shape.Value[0].GetInt32());
        }

        return model;
    }

    private static double Distance((double[] Sum, int Count) shape, bool[] pixels) =>
        Math.Sqrt(shape.Sum.Select((sum, i) => Math.Pow((sum / shape.Count) - (pixels[i] ? 1 : 0), 2)).Sum());

    // Where the shape is and how large must not matter: what is bright is stretched over the whole.
    private static bool[]? Centred(byte[] png)
    {
        if (!GrayPng.TryDecode(png, out var image, out var problem))
        {
            throw new InvalidDataException($"It is no gray PNG: {problem}");
        }

        var bright = image.Pixels.Index().Where(pixel => pixel.Item >= Threshold).Select(pixel => (X: pixel.Index % image.Width, Y: pixel.Index / image.Width)).ToList();
        if (bright.Count == 0)
        {
            return null;
        }

        var (left, top) = (bright.Min(at => at.X), bright.Min(at => at.Y));
        var (width, height) = (bright.Max(at => at.X) - left + 1, bright.Max(at => at.Y) - top + 1);
        var stretched = new bool[Side * Side];
        for (var i = 0; i < stretched.Length; i++)
        {
            stretched[i] = image.Pixels[((top + (i / Side * height / Side)) * image.Width) + left + (i % Side * width / Side)] >= Threshold;
        }

        return stretched;
    }
}
