# What the scripts share. Sourced, not run.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
jar=$root/target/voz-rural.jar

# A JDK 21 or newer: the one that is set, else the newest in the usual places.
find_java() {
  local home best= best_version=20 version
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "$home/bin/javac" ] || continue
    version=$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ -n "$version" ] && [ "$version" -gt "$best_version" ] || continue
    best=$home best_version=$version
    [ "$home" = "${JAVA_HOME:-}" ] && break
  done
  if [ -z "$best" ]; then
    echo "A JDK 21 or newer is missing: install one (for example openjdk-21-jdk-headless) or set JAVA_HOME." >&2
    exit 1
  fi
  export JAVA_HOME=$best
  PATH=$JAVA_HOME/bin:$PATH
}

need_maven() {
  command -v mvn >/dev/null || { echo "Maven 3.8 or newer is missing: install it (for example: apt-get install maven)." >&2; exit 1; }
}

# Builds the jar where it is missing or older than what it is made of.
build() {
  [ -f "$jar" ] && [ -z "$(cd "$root" && find pom.xml src/main db sms-templates -newer "$jar" -print -quit)" ] && return
  need_maven
  echo "Building (a first build takes some minutes) ..." >&2
  # One at a time: two scripts may find the same jar stale.
  (
    flock 9
    [ -f "$jar" ] && [ -z "$(cd "$root" && find pom.xml src/main db sms-templates -newer "$jar" -print -quit)" ] && exit 0
    cd "$root" && mvn -q -B -ntp -DskipTests package >"$root/.build.log" 2>&1 || { tail -n 30 "$root/.build.log" >&2; echo "The build failed." >&2; exit 1; }
    rm -f "$root/.build.log"
  ) 9>"$root/.build.lock"
}
