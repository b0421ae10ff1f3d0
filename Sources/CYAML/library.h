// libyaml's own header, from Debian's libyaml-dev.
#include <yaml.h>
