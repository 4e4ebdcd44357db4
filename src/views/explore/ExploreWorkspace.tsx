export default function ExploreWorkspace() {
  return null;
}
