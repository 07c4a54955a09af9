// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_networks.h"

#include <initializer_list>
#include <utility>

namespace theta {
namespace {

/// A layer as papers list them: kernel, stride, padding, dilation.
struct Shape {
  int kernel = 1, stride = 1, padding = 0, dilation = 1;
  LayerKind kind = LayerKind::convolution;
};

Shape pool(int kernel, int stride, int padding = 0) {
  return {kernel, stride, padding, 1, LayerKind::pooling};
}

using Branch = std::vector<Shape>;

/// Adds layers one by one; places are counted from 1, 0 is the image.
class Network {
 public:
  std::size_t top() const { return rows_.size(); }

  std::size_t add(const Shape& shape, std::size_t from) {
    rows_.push_back({.kind = shape.kind,
                     .kernel = shape.kernel,
                     .stride = shape.stride,
                     .padding = shape.padding,
                     .dilation = shape.dilation,
                     .from = static_cast<int>(top() + 1 - from)});
    return top();
  }
  std::size_t add(const Shape& shape) { return add(shape, top()); }
  void add_all(const Branch& shapes, int times = 1) {
    for (int i = 0; i < times; ++i) {
      for (const Shape& shape : shapes) add(shape);
    }
  }
  /// The top layer's output is joined with an earlier one's.
  void join(std::size_t place) { rows_.back().join = static_cast<int>(top() - place); }

  /// Branches from the top layer, side by side; an empty one is the identity.
  void branches(const std::vector<Branch>& all) {
    const std::size_t start = top();
    std::size_t end = 0;
    bool identity = false;
    for (const Branch& branch : all) {
      if (branch.empty()) {
        identity = true;
        continue;
      }
      std::size_t at = start;
      for (const Shape& shape : branch) at = add(shape, at);
      if (end > 0) join(end);
      end = at;
    }
    if (!identity) return;
    if (rows_.back().join > 0) add(Shape{});  // the 1×1 that ends a residual block of several branches
    join(start);
  }

  std::vector<LayerRow> take() && { return std::move(rows_); }

 private:
  std::vector<LayerRow> rows_;
};

std::vector<LayerRow> chain(const Branch& shapes) {
  Network network;
  network.add_all(shapes);
  return std::move(network).take();
}

std::vector<LayerRow> alexnet(int padding) {
  return chain(
      {{11, 4, padding}, pool(3, 2), {5, 1, 2}, pool(3, 2), {3, 1, 1}, {3, 1, 1}, {3, 1, 1}, pool(3, 2)});
}

std::vector<LayerRow> vgg(std::initializer_list<int> blocks) {
  Network network;
  for (const int convolutions : blocks) {
    network.add_all({{3, 1, 1}}, convolutions);
    network.add(pool(2, 2));
  }
  return std::move(network).take();
}

std::vector<LayerRow> basic_resnet(const std::vector<int>& blocks) {
  Network network;
  network.add_all({{7, 2, 3}, pool(3, 2, 1)});
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    for (int unit = 0; unit < blocks[block]; ++unit) {
      if (block > 0 && unit == 0)
        network.branches({{{3, 2, 1}, {3, 1, 1}}, {{1, 2, 0}}});
      else
        network.branches({{{3, 1, 1}, {3, 1, 1}}, {}});
    }
  }
  return std::move(network).take();
}

/// Where a bottleneck's stride of 2 stands: on the first 1×1 (paper), on the 3×3 (torchvision), or on the 3×3
/// of the block's last unit (TF-Slim).
enum class Stride { first_1x1, first_3x3, last_3x3 };

std::vector<LayerRow> bottleneck_resnet(const std::vector<int>& blocks, Stride where) {
  Network network;
  network.add_all({{7, 2, 3}, pool(3, 2, 1)});
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    for (int unit = 0; unit < blocks[block]; ++unit) {
      const bool first = unit == 0, last = unit == blocks[block] - 1;
      const bool halves = where == Stride::last_3x3 ? last && block + 1 < blocks.size() : first && block > 0;
      const int stride = halves ? 2 : 1;
      const bool early = where == Stride::first_1x1;
      const Branch main = {{1, early ? stride : 1}, {3, early ? 1 : stride, 1}, {1}};
      Branch shortcut;
      if (first)
        shortcut = {{1, stride}};
      else if (halves)
        shortcut = {pool(1, 2)};
      network.branches({main, shortcut});
    }
  }
  return std::move(network).take();
}

std::vector<LayerRow> mobilenet_v1() {
  Network network;
  network.add({3, 2, 1});
  for (const int stride : {1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1}) network.add_all({{3, stride, 1}, {1}});
  return std::move(network).take();
}

std::vector<LayerRow> mobilenet_v2() {
  Network network;
  network.add({3, 2, 1});
  const std::pair<int, int> blocks[] = {{1, 1}, {2, 2}, {2, 3}, {2, 4}, {1, 3}, {2, 3}, {1, 1}};
  for (const auto& [stride, repeats] : blocks) {
    network.add_all({{1}, {3, stride, 1}, {1}});
    for (int i = 1; i < repeats; ++i) network.branches({{{1}, {3, 1, 1}, {1}}, {}});
  }
  network.add(Shape{});
  return std::move(network).take();
}

const Branch one = {{1}}, pooled = {pool(3, 1, 1), {1}}, three = {{1}, {3, 1, 1}},
             two_threes = {{1}, {3, 1, 1}, {3, 1, 1}}, seven = {{1}, {7, 1, 3}},
             two_sevens = {{1}, {7, 1, 3}, {7, 1, 3}};

std::vector<LayerRow> inception_v2() {
  Network network;
  network.add_all({{7, 2, 3}, pool(3, 2, 1), {1}, {3, 1, 1}, pool(3, 2, 1)});
  const auto reduce = [&] {
    network.branches({{{1}, {3, 2, 1}}, {{1}, {3, 1, 1}, {3, 2, 1}}, {pool(3, 2, 1)}});
  };
  const auto modules = [&](int times) {
    for (int i = 0; i < times; ++i) network.branches({one, three, two_threes, pooled});
  };
  modules(2);
  reduce();
  modules(4);
  reduce();
  modules(2);
  return std::move(network).take();
}

void reduce_valid(Network& network) {
  network.branches({{{3, 2, 0}}, {{1}, {3, 1, 1}, {3, 2, 0}}, {pool(3, 2)}});
}

std::vector<LayerRow> inception_v3() {
  Network network;
  network.add_all({{3, 2, 0}, {3, 1, 0}, {3, 1, 1}, pool(3, 2), {1}, {3, 1, 0}, pool(3, 2)});
  for (int i = 0; i < 3; ++i) network.branches({one, {{1}, {5, 1, 2}}, two_threes, pooled});
  reduce_valid(network);
  for (int i = 0; i < 4; ++i) network.branches({one, seven, two_sevens, pooled});
  network.branches({{{1}, {3, 2, 0}}, {{1}, {7, 1, 3}, {3, 2, 0}}, {pool(3, 2)}});
  for (int i = 0; i < 2; ++i) network.branches({one, three, two_threes, pooled});
  return std::move(network).take();
}

std::vector<LayerRow> inception_v4() {
  Network network;
  network.add_all({{3, 2, 0}, {3, 1, 0}, {3, 1, 1}});
  network.branches({{pool(3, 2)}, {{3, 2, 0}}});
  network.branches({{{1}, {3, 1, 0}}, {{1}, {7, 1, 3}, {3, 1, 0}}});
  network.branches({{{3, 2, 0}}, {pool(3, 2)}});
  for (int i = 0; i < 4; ++i) network.branches({one, three, two_threes, pooled});
  reduce_valid(network);
  for (int i = 0; i < 7; ++i) network.branches({one, seven, two_sevens, pooled});
  network.branches({{{1}, {3, 2, 0}}, {{1}, {7, 1, 3}, {3, 2, 0}}, {pool(3, 2)}});
  for (int i = 0; i < 3; ++i) network.branches({one, three, two_threes, pooled});
  return std::move(network).take();
}

std::vector<LayerRow> inception_resnet_v2() {
  Network network;
  network.add_all({{3, 2, 0}, {3, 1, 0}, {3, 1, 1}, pool(3, 2), {1}, {3, 1, 0}, pool(3, 2)});
  network.branches({one, {{1}, {5, 1, 2}}, two_threes, pooled});
  for (int i = 0; i < 10; ++i) network.branches({one, three, two_threes, {}});
  reduce_valid(network);
  for (int i = 0; i < 20; ++i) network.branches({one, seven, {}});
  network.branches({{{1}, {3, 2, 0}}, {{1}, {3, 1, 1}, {3, 2, 0}}, {pool(3, 2)}});
  for (int i = 0; i < 10; ++i) network.branches({one, three, {}});
  network.add(Shape{});
  return std::move(network).take();
}

std::vector<LayerRow> densenet121() {
  Network network;
  network.add_all({{7, 2, 3}, pool(3, 2, 1)});
  for (const int dense : {6, 12, 24, 16}) {
    for (int i = 0; i < dense; ++i) network.branches({{{1}, {3, 1, 1}}, {}});
    if (dense != 16) network.add_all({{1}, pool(2, 2)});
  }
  return std::move(network).take();
}

std::vector<LayerRow> yu_koltun() {
  Network network;
  for (const int dilation : {1, 1, 2, 4, 8, 16, 1})
    network.add({3, 1, dilation, dilation, LayerKind::dilated});
  network.add(Shape{});
  return std::move(network).take();
}

std::vector<LayerRow> wavenet(int stacks) {
  Network network;
  for (int stack = 0; stack < stacks; ++stack) {
    for (int dilation = 1; dilation <= 512; dilation *= 2)
      network.add({2, 1, 0, dilation, LayerKind::dilated});
  }
  return std::move(network).take();
}

std::vector<LayerRow> u_net() {
  Network network;
  std::vector<std::size_t> levels;
  for (int level = 0; level < 4; ++level) {
    network.add_all({{3}, {3}});
    levels.push_back(network.top());
    network.add(pool(2, 2));
  }
  network.add_all({{3}, {3}});
  for (int level = 4; level-- > 0;) {
    network.add({2, 2, 0, 1, LayerKind::transposed});
    network.join(levels[static_cast<std::size_t>(level)]);
    network.add_all({{3}, {3}});
  }
  return std::move(network).take();
}

std::vector<PublishedNetwork> make_networks() {
  const char* shortcut =
      "The shortcuts change nothing: of the branches that meet, the longest makes the field.";
  const char* where = "The same network with its strides elsewhere has another field: compare the variants.";
  const char* slim =
      "Compare the variants: strides elsewhere make another field. With the padding “SAME, strides as in the "
      "table”, which its library has, the padding at 224 pixels is less by 2.";
  return {
      {"lenet5", "LeNet-5",
       "One unit is left, and it reads all 32 pixels. Pooling counts like any kernel: without it 13 would "
       "be read.",
       chain({{5}, pool(2, 2), {5}, pool(2, 2), {5}}), 32},
      {"alexnet_v2", "AlexNet v2 (TF-Slim)", "The first stride of 4 makes every later kernel count fourfold.",
       alexnet(0)},
      {"alexnet", "AlexNet (torchvision)",
       "Padding moves the field, from 33 to 31, and does not change its size.", alexnet(2)},
      {"vgg11", "VGG-11", "Each pooling doubles the slope of what follows.", vgg({1, 1, 2, 2, 2})},
      {"vgg13", "VGG-13", "Two more convolutions early on add only 6 pixels to VGG-11.",
       vgg({2, 2, 2, 2, 2})},
      {"vgg16", "VGG-16",
       "More than half of the 212 pixels come from the last block: its kernels step by 16.",
       vgg({2, 2, 3, 3, 3})},
      {"vgg19", "VGG-19", "Three more convolutions, each at a larger jump than the last.",
       vgg({2, 2, 4, 4, 4})},
      {"resnet18", "ResNet-18", shortcut, basic_resnet({2, 2, 2, 2})},
      {"resnet34", "ResNet-34", shortcut, basic_resnet({3, 4, 6, 3})},
      {"resnet50_slim", "ResNet-50 (TF-Slim)", slim, bottleneck_resnet({3, 4, 6, 3}, Stride::last_3x3)},
      {"resnet50", "ResNet-50 (torchvision)", where, bottleneck_resnet({3, 4, 6, 3}, Stride::first_3x3)},
      {"resnet50_paper", "ResNet-50 (paper)", where, bottleneck_resnet({3, 4, 6, 3}, Stride::first_1x1)},
      {"resnet101_slim", "ResNet-101 (TF-Slim)", slim, bottleneck_resnet({3, 4, 23, 3}, Stride::last_3x3)},
      {"resnet101", "ResNet-101 (torchvision)", where, bottleneck_resnet({3, 4, 23, 3}, Stride::first_3x3)},
      {"resnet152_slim", "ResNet-152 (TF-Slim)", slim, bottleneck_resnet({3, 8, 36, 3}, Stride::last_3x3)},
      {"resnet152", "ResNet-152 (torchvision)", where, bottleneck_resnet({3, 8, 36, 3}, Stride::first_3x3)},
      {"resnet200_slim", "ResNet-200 (TF-Slim)", slim, bottleneck_resnet({3, 24, 36, 3}, Stride::last_3x3)},
      {"mobilenet_v1", "MobileNet v1",
       "Set the padding to SAME: at 224 pixels the field moves, at 225 it does not.", mobilenet_v1()},
      {"mobilenet_v2", "MobileNet v2", shortcut, mobilenet_v2()},
      {"inception_v2", "Inception v2", "Of the branches that meet, the longest makes the field.",
       inception_v2()},
      {"inception_v3", "Inception v3", "Along one axis: the kernels 1×7 and 7×1 count once.", inception_v3(),
       299},
      {"inception_v4", "Inception v4",
       "Along one axis; four branches a module, all with their centres in one place.", inception_v4(), 299},
      {"inception_resnet_v2", "Inception-ResNet v2",
       "A field of 3 039 pixels, ten times the image it is trained on: larger is not always better, most of "
       "it "
       "reads zeros.",
       inception_resnet_v2(), 299},
      {"densenet121", "DenseNet-121",
       "The longest path passes every layer, and most are far shorter: the effective field is a fraction of "
       "the whole.",
       densenet121()},
      {"yu_koltun", "Context module (Yu and Koltun)",
       "Dilations of 1, 1, 2, 4, 8, 16 double the field layer by layer and leave no holes.", yu_koltun(), 96},
      {"wavenet", "WaveNet, one stack",
       "Ten kernels of 2 reach 1 024 samples. Choose the logarithmic growth axis: a straight line.",
       wavenet(1), 2048},
      {"wavenet_3", "WaveNet, three stacks",
       "The second and the third stack only add: growth is linear again.", wavenet(3), 8192},
      {"wavenet_5", "WaveNet, five stacks", "5 116 samples, a third of a second at 16 kHz.", wavenet(5),
       16384},
      {"u_net", "U-Net",
       "On the way up the field depends on the place: 188 or 204 pixels, repeating every 16 units.", u_net(),
       572},
  };
}

}  // namespace

const std::vector<PublishedNetwork>& published_networks() {
  static const std::vector<PublishedNetwork> networks = make_networks();
  return networks;
}

}  // namespace theta
