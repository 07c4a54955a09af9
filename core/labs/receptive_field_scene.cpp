// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_scene.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace theta {
namespace {

constexpr std::int64_t most_units = std::int64_t{1} << 20;  // of a layer, a bit for each
constexpr double most_work = 1.2e7, quick_work = 1e6;       // multiplications for drawn gradients

/// The unit of a layer that stands nearest to a pixel; the first and the last at the ends of the image,
/// beyond which much padding may set them.
std::int64_t nearest_unit(const LayerField& field, double pixel, std::int64_t image) {
  if (pixel <= -0.5) return 0;
  if (pixel >= static_cast<double>(image) - 0.5) return field.output_size - 1;
  const double unit = std::round((pixel - field.start()) / field.jump());
  return static_cast<std::int64_t>(std::clamp(unit, 0.0, static_cast<double>(field.output_size - 1)));
}

bool fits_in_memory(const ReceptiveScene& scene) {
  for (std::size_t at = 0; at <= scene.layer; ++at) {
    if (!scene.ranges[at].empty() && scene.fields[at].output_size > most_units) return false;
  }
  return true;
}

void weigh(ReceptiveScene& scene, const Pass& pass) {
  const Receptive& receptive = scene.receptive;
  const double work = gradient_work(scene.shapes, scene.fields, scene.layer, scene.unit);
  if (work > most_work) return;
  scene.weighed = true;
  scene.paths = mean_gradient(scene.shapes, scene.fields, scene.layer, scene.unit);
  scene.profile = scene.paths;
  if (receptive.view == ReceptiveView::effective)
    scene.row_profile = mean_gradient(scene.shapes, scene.fields, scene.layer, scene.unit_of_row);
  if (receptive.weights == GradientWeights::mean) return;
  const auto draws = [&](double most) {
    return static_cast<int>(std::min(most / std::max(work, 1.0), static_cast<double>(receptive.draws)));
  };
  const int whole = std::max(draws(most_work), 1);
  scene.draws = pass.quick ? draws(quick_work) : whole;
  scene.partial = scene.draws < whole;
  if (scene.draws == 0) return;  // what they come to stands in their place
  scene.profile = squared_gradient(scene.shapes, scene.fields, scene.layer, scene.unit, receptive.seed.number,
                                   scene.draws, pass.stop);
}

}  // namespace

double ReceptiveScene::deviation() const {
  const double variance = moments[layer].variance;
  return variance >= 0 ? std::sqrt(variance) : std::numeric_limits<double>::quiet_NaN();
}

bool ReceptiveScene::knows_all_widths() const {
  for (std::size_t at = 0; at <= depth(); ++at) {
    if (defined(at) && std::isnan(widths[at])) return false;
  }
  return true;
}

bool ReceptiveScene::varies() const {
  return std::ranges::any_of(fields, [](const LayerField& each) {
    return each.missing == NoField::defined && each.largest() != each.least();
  });
}

ReceptiveScene receptive_scene(const Receptive& receptive, const Pass& pass) {
  ReceptiveScene scene{
      .receptive = receptive, .shapes = receptive.axis_layers(), .fields = {}, .moments = {}};
  scene.fields = receptive_fields(scene.shapes, receptive.input_size);
  scene.moments = gradient_moments(scene.shapes, scene.fields);
  scene.widths = effective_widths(scene.shapes, scene.fields, width_work);
  scene.layer = std::min(static_cast<std::size_t>(receptive.layer), scene.depth());
  const LayerField& field = scene.field();
  if (field.missing != NoField::defined || field.output_size < 1) return scene;
  scene.unit = nearest_unit(field, receptive.position, receptive.input_size);
  scene.unit_of_row = nearest_unit(field, receptive.row, receptive.input_size);
  scene.ranges = ranges_read(scene.shapes, scene.fields, scene.layer, scene.unit);
  if (!fits_in_memory(scene)) return scene;
  scene.followed = true;
  scene.read = units_read(scene.shapes, scene.fields, scene.layer, scene.unit);
  if (receptive.view != ReceptiveView::overview)
    scene.read_of_row = units_read(scene.shapes, scene.fields, scene.layer, scene.unit_of_row).front();
  if (receptive.view != ReceptiveView::pyramid) weigh(scene, pass);
  return scene;
}

}  // namespace theta
