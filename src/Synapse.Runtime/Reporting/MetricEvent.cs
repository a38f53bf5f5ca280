using System.Globalization;

namespace Synapse.Runtime.Reporting;

internal static class MetricEvent
{
    /// <summary>JSON has no NaN: such a value is null, and what it was stands beside it.</summary>
    public static void Write(EventLog events, EventPlace place, string category, (string Name, double Value)[] values) =>
        events.Write(EventTypes.Metric, place, json =>
        {
            json.WriteString("category", category);
            json.WriteStartObject("values");
            foreach (var (name, value) in values)
            {
                if (double.IsFinite(value))
                {
                    json.WriteNumber(name, value);
                }
                else
                {
                    json.WriteNull(name);
                }
            }

            json.WriteEndObject();
            if (Array.Exists(values, value => !double.IsFinite(value.Value)))
            {
                json.WriteStartObject("nan");
                foreach (var (name, value) in values.Where(value => !double.IsFinite(value.Value)))
                {
                    json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
                }

                json.WriteEndObject();
            }
        });
}
