#ifndef CGRAPHVIZ_SVG_H
#define CGRAPHVIZ_SVG_H

#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

// What writes SVG for Graphviz under a name of its own, for the library that is brought to it.
extern gvplugin_installed_t cgraphviz_svg_renders[], cgraphviz_svg_devices[],
    cgraphviz_svg_images[];

#endif
