// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_words.h"

#include "core/math/nan.h"
#include "core/model/counted.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

double number(std::int64_t whole) { return static_cast<double>(whole); }

Text why_missing(const ReceptiveScene& scene, std::size_t at) {
  switch (scene.fields[at].missing) {
    case NoField::unequal_jumps:
      return say(
          "Layer {} joins branches of different jump: what its units read grows with their place, so it has "
          "no "
          "receptive field, nor has what stands on it.",
          at);
    case NoField::too_large:
      return say("From layer {} on numbers pass 2⁵³ and are no longer exact: the curves end there.", at);
    case NoField::too_fine:
      return say("From layer {} on more than 1 024 units differ in what they read: the curves end there.",
                 at);
    case NoField::defined:
    case NoField::from_above:
      break;
  }
  return {};
}

/// The width the effective field would have in an image without ends: exact, or as a Gaussian where that is
/// too much work; NaN where it has none.
double unbounded_width(const ReceptiveScene& scene) {
  const double exact = scene.widths[scene.layer];
  return std::isnan(exact) ? 2 * effective_radius * scene.deviation() : exact;
}

/// Whether the ends of the image take a part of the effective field.
bool is_cut_by_image(const ReceptiveScene& scene) {
  if (!scene.weighed || scene.draws > 0 || !(scene.profile.peak() > 0)) return false;
  const Range effective = scene.profile.effective();
  const bool at_an_end = effective.first == 0 || effective.last == scene.image() - 1;
  return at_an_end && number(effective.size()) < std::floor(unbounded_width(scene));
}

/// The lowest layer without a receptive field says why there is none above it either.
Text why_undefined(const ReceptiveScene& scene) {
  for (std::size_t at = 1; at <= scene.depth(); ++at) {
    const Text why = why_missing(scene, at);
    if (!why.empty()) return why;
  }
  return {};
}

}  // namespace

Text why_not_weighed(const ReceptiveScene& scene) {
  if (!scene.defined(scene.layer)) return say("layer {} has no receptive field", scene.layer);
  if (scene.field().output_size < 1) return say("layer {} has no units", scene.layer);
  if (!scene.followed) return "too many units to follow one down";
  if (!scene.weighed) return "too many paths to follow";
  return scene.profile.peak() > 0 ? Text() : Text("no path ends in the image");
}

std::vector<Reading> receptive_readings(const ReceptiveScene& scene) {
  const LayerField& field = scene.field();
  const bool defined = scene.defined(scene.layer), followed = scene.followed;
  const bool weighed = scene.weighed && scene.profile.peak() > 0;
  const auto if_defined = [&](double value) { return defined ? value : nan; };
  const double size = defined ? number(followed ? scene.region().size() : field.largest()) : nan;
  const double width = weighed ? number(scene.profile.effective().size()) : nan;
  return {
      {.id = "receptive_field",
       .label = "receptive field $r$",
       .value = size,
       .unit = "px",
       .significant = 0},
      {.id = "from_above",
       .label = "the same from above",
       .value = scene.ranges.empty() ? nan : number(scene.ranges[0].size()),
       .unit = "px",
       .significant = 0},
      {.id = "pixels_read",
       .label = "of them read",
       .value = followed ? number(scene.read[0].count()) : nan,
       .unit = "px",
       .significant = 0},
      {.id = "jump",
       .label = "jump $j$",
       .value = if_defined(defined ? field.jump() : 0),
       .unit = "px",
       .significant = 0},
      {.id = "start",
       .label = "centre of unit 0",
       .value = if_defined(defined ? field.start() : 0),
       .unit = "px",
       .significant = 0},
      {.id = "effective_padding",
       .label = "padding $P$",
       .value = if_defined(defined ? field.effective_padding() : 0),
       .unit = "px",
       .significant = 0},
      {.id = "output_size",
       .label = "output size $n$",
       .value = field.output_size >= 1 ? number(field.output_size) : nan,
       .significant = 0},
      {.id = "effective_width", .label = "effective field", .value = width, .unit = "px", .significant = 0},
      {.id = "effective_ratio", .label = "effective / receptive", .value = size > 0 ? width / size : nan},
      {.id = "deviation",
       .label = "deviation $\\sigma$",
       .value = if_defined(scene.deviation()),
       .unit = "px"},
      {.id = "misalignment",
       .label = "centres apart",
       .value = if_defined(field.misalignment),
       .unit = "px",
       .significant = 0},
  };
}

std::vector<Text> receptive_worked(const ReceptiveScene& scene) {
  const std::size_t at = scene.layer;
  if (at == 0) return {say("layer 0 is the image: $r_0 = 1$, $j_0 = 1$")};
  if (!scene.defined(at)) return {say("layer {} has no receptive field", at)};
  const AxisLayer& shape = scene.shapes[at - 1];
  const std::size_t source = source_of(shape, at);
  const LayerField &field = scene.fields[at], &input = scene.fields[source];
  if (shape.transposed)
    return {say("$j_{{}} = j_{{}} / s = {} / {} = {}$", at, source, input.jump(), shape.stride,
                input.jump() / number(shape.stride)),
            say("$r_{{}}$ depends on the place: {} to {}", at, field.least(), field.largest())};
  const std::int64_t extent = shape.extent();
  std::vector<Text> lines;
  if (input.period == 1)
    lines.push_back(say("$r_{{}} = {} + ({} - 1) \\cdot {} = {}$, $j_{{}} = {} \\cdot {} = {}$", at,
                        input.largest(), extent, input.jump(),
                        number(input.largest()) + number(extent - 1) * input.jump(), at, input.jump(),
                        shape.stride, input.jump() * number(shape.stride)));
  else
    lines.push_back(say("$r_{{}}$ depends on the place: {} to {}, $j_{{}} = {} \\cdot {} = {}$", at,
                        field.least(), field.largest(), at, input.jump(), shape.stride,
                        input.jump() * number(shape.stride)));
  if (shape.join > 0) {
    const std::size_t joined = joined_by(shape, at);
    lines.push_back(say("joined with layer {}, $r_{{}} = {}$: together {}", joined, joined,
                        scene.fields[joined].largest(), field.largest()));
    return lines;
  }
  if (input.period == 1 && !scene.ranges.empty())
    lines.push_back(say("centre $c_{{}} = {} + (({} - 1) / 2 - {}) \\cdot {} = {}$", at, input.start(),
                        extent, field.padding_before, input.jump(), field.start()));
  return lines;
}

Text receptive_description(const ReceptiveScene& scene) {
  if (!scene.defined(scene.layer))
    return say("{} over {}; layer {} has no receptive field.",
               counted(scene.depth(), "{} layer", "{} layers"),
               counted(scene.image(), "{} pixel", "{} pixels"), scene.layer);
  if (!scene.followed)
    return say(
        "{} over {}; a unit of layer {} reads a region of {}, but no unit of it is "
        "drawn.",
        counted(scene.depth(), "{} layer", "{} layers"), counted(scene.image(), "{} pixel", "{} pixels"),
        scene.layer, counted(scene.field().largest(), "{} pixel", "{} pixels"));
  const Range region = scene.region();
  const Text reads =
      say("{} over {}: unit {} of layer {} reads pixels {} to {}, {} along an axis, of which "
          "{} are read and in the image.",
          counted(scene.depth(), "{} layer", "{} layers"), counted(scene.image(), "{} pixel", "{} pixels"),
          scene.unit, scene.layer, region.first, region.last, region.size(), scene.read[0].count());
  if (!scene.weighed || !(scene.profile.peak() > 0)) return reads;
  return say("{} Its effective field is {} wide.", reads,
             counted(scene.profile.effective().size(), "{} pixel", "{} pixels"));
}

std::vector<Text> receptive_remarks(const ReceptiveScene& scene) {
  std::vector<Text> remarks;
  if (const Text why = why_undefined(scene); !why.empty()) remarks.push_back(why);
  const auto empty =
      std::ranges::find_if(scene.fields, [](const LayerField& field) { return field.output_size < 1; });
  if (empty != scene.fields.end())
    remarks.push_back(say("Layer {} has no units: what it reads is smaller than its kernel.",
                          static_cast<std::size_t>(empty - scene.fields.begin())));
  for (std::size_t at = 1; at <= scene.depth(); ++at) {
    const AxisLayer& shape = scene.shapes[at - 1];
    if (std::max(shape.from, shape.join) <= at) continue;
    remarks.push_back(say("Layer {} looks back beyond the first layer: it takes the image itself.", at));
    break;
  }
  for (std::size_t at = 1; at <= scene.depth(); ++at) {
    const LayerField& field = scene.fields[at];
    if (!scene.defined(at) || field.period > 1 || field.misalignment == 0) continue;
    remarks.push_back(say("The branches that layer {} joins are not aligned: their centres lie {} apart.", at,
                          counted(field.misalignment, "{} pixel", "{} pixels")));
    break;
  }
  if (scene.followed) {
    const Range region = scene.region();
    const std::int64_t read = scene.read[0].count();
    const Range inside = {std::max<std::int64_t>(region.first, 0), std::min(region.last, scene.image() - 1)};
    if (read < inside.size())
      remarks.push_back(say("Holes: of {} within the region only {} are read.",
                            counted(inside.size(), "{} pixel", "{} pixels"), read));
    if (region.size() > scene.image())
      remarks.push_back(say("The region of {} is larger than the image of {}.",
                            counted(region.size(), "{} pixel", "{} pixels"), scene.image()));
    if (is_cut_by_image(scene))
      remarks.push_back(
          say("The image ends within the effective field: {} of it are left of {}, to which the "
              "curves go.",
              counted(scene.profile.effective().size(), "{} pixel", "{} pixels"),
              std::floor(unbounded_width(scene))));
    if (!scene.weighed && scene.receptive.view != ReceptiveView::pyramid)
      remarks.push_back(say("The gradient has too many paths to follow here."));
  } else if (scene.defined(scene.layer) && scene.field().output_size >= 1) {
    remarks.push_back(say("A layer below has more than a million units: what is read there is not drawn."));
  }
  if (scene.draws > 0 && !scene.partial && scene.draws < scene.receptive.draws)
    remarks.push_back(
        say("This size has room for no more than {}.", counted(scene.draws, "{} network", "{} networks")));
  return remarks;
}

}  // namespace theta
