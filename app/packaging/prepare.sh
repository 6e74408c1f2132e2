# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run, tests/run and .ci/run: installs what a bare Debian or Ubuntu misses, and configures the build.
# Sets $root and $build.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${HUIYIN_BUILD:-$root/build/release}

packages="cmake ninja-build g++ qt6-base-dev libqt6sql6-sqlite libqt6charts6-dev libqt6svg6-dev libqt6opengl6-dev
libgl1-mesa-dev libxkbcommon-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libsodium-dev libxlsxwriter-dev
libzip-dev catch2 fonts-noto-cjk poppler-utils"

install_packages() {
    command -v dpkg-query >/dev/null || {
        echo "Not a Debian or Ubuntu system: install the like of these yourself:" $packages "$@" >&2
        return 0
    }
    local missing=() package installed
    # A name may be another package's by now: libqt6charts6-dev is provided by qt6-charts-dev.
    installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' | sed -n 's/^installed //p' | tr -s ',\n' ' ') "
    for package in $packages "$@"; do
        case $installed in *" $package "*) ;; *) missing+=("$package") ;; esac
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "Installing: ${missing[*]}" >&2
    local as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}

configure() {
    local launcher=()
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    fi
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release "${launcher[@]}" "$@" >&2
}
