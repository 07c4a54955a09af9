// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "core/labs/rope_views.h"
#include "core/labs/rotary_import.h"
#include "core/model/lab.h"

#include <algorithm>

namespace theta {
namespace {

Figure draw_view(const RopeScene& scene) {
  switch (scene.rope.view) {
    case RopeView::table:
      return draw_rope_table(scene);
    case RopeView::pairs:
      return draw_rope_pairs(scene);
    case RopeView::slide:
      return draw_rope_slide(scene);
    case RopeView::precision:
      return draw_rope_precision(scene);
    case RopeView::linear_attention:
      return draw_rope_linear_attention(scene);
    case RopeView::scalings:
      return draw_rope_scalings(scene);
    case RopeView::layout:
      return draw_rope_layout(scene);
    case RopeView::overview:
      break;
  }
  return draw_rope_overview(scene);
}

Figure draw_rope(const Rope& rope, const Pass& pass) {
  const RopeScene scene = rope_scene(rope, pass);
  Figure figure = draw_view(scene);
  figure.partial = scene.partial;
  return figure;
}

}  // namespace

Lab rope_lab() {
  Lab lab = make_lab<Rope>(
      {.id = "rope",
       .name = "Rotary embedding",
       .group = "Position",
       .summary = "Queries and keys are turned by an angle that grows with their position; the logit then "
                  "sees only their distance.",
       .source = "Su et al., RoFormer, 2021; pairs are counted from 0 and turn counter-clockwise."},
      draw_rope, rope_presets, rope_code);
  lab.import_model = [](const std::filesystem::path& path) {
    return import_rotary<Rope>(path, [](Rope& rope, const RotaryConfig& layer) {
      rope.layout = layer.layout;
      rope.pair = std::min(rope.pair, std::max(0, rope.rotary_dimensions / 2 - 1));
    });
  };
  return lab;
}

}  // namespace theta
