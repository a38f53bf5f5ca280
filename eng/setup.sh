# Sourced by demo.sh, test.sh and bench.sh: what they need beyond the .NET SDK and a C toolchain.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if ! command -v dotnet >/dev/null; then
    echo "The .NET 10 SDK is needed: dotnet is not on the PATH." >&2
    exit 2
fi
if ! command -v gcc >/dev/null && ! command -v clang >/dev/null; then
    echo "A C toolchain is needed to link native binaries: neither gcc nor clang is on the PATH." >&2
    exit 2
fi

# With SQLite's static library a plugin is one file, without it two; both work, so a failed install is no failure.
if [ ! -e /usr/lib/x86_64-linux-gnu/libsqlite3.a ] && command -v apt-get >/dev/null; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    { $as_root apt-get install -y -qq libsqlite3-dev || { $as_root apt-get update -qq && $as_root apt-get install -y -qq libsqlite3-dev; }; } >/dev/null 2>&1 ||
        echo "libsqlite3-dev could not be installed: the published plugin will be two files." >&2
fi
