#!/usr/bin/env bash
# Installs Debian's browsers for the tests of this folder: Chromium, Firefox, and WebKit with its WebDriver.
set -euo pipefail
# One by one: `command -v` with several names is content with the first that it finds.
missing=false
for program in chromium firefox-esr WebKitWebDriver xvfb-run; do command -v "$program" >/dev/null || missing=true; done
if [ "$missing" = false ]; then exit 0; fi
if [ "$(id -u)" = 0 ]; then as_root=(env); else as_root=(sudo); fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 install -y -q --no-install-recommends \
  chromium firefox-esr webkit2gtk-driver xvfb xauth fonts-dejavu-core fonts-noto-core fonts-noto-color-emoji
